# Every plan of these tests is audited too.
foreach (short priorities change change-property change-caps first-year whole-state repairs-levers rules-starts rules-pins rules-coaches rules-experts)
  set (LINK_${short} gp_audit)
endforeach ()
# The planning model written down once more, for what must hold of any plan.
add_library (gp_property_model STATIC planner/property-model.c planner/property-published.c
  planner/property-solve.c)
target_link_libraries (gp_property_model PUBLIC gp_planner PRIVATE gp_flags ${GLPK_LIBRARY})
target_include_directories (gp_property_model PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/planner)
foreach (short property property-numbers property-cancel conflicts conflict-sets model-file prices repairs)
  set (LINK_${short} gp_property_model gp_audit)
endforeach ()
# Who coaches whom is audited too.
foreach (short coaching coaching-boards coaching-property)
  set (LINK_${short} gp_audit)
endforeach ()
# The 2,000 random projects in eight shares, to run side by side.
foreach (share RANGE 0 7)
  add_test (NAME unit-planner-property-share-${share} COMMAND unit-planner-property)
  set_tests_properties (unit-planner-property-share-${share} PROPERTIES LABELS "unit;planner"
    TIMEOUT 600 ENVIRONMENT "G_DEBUG=fatal-warnings;LC_ALL=C.UTF-8;CK_FORK=no;GP_RANDOM_SHARE=${share}/8")
endforeach ()
