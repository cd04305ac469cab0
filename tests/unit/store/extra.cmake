# What the tests of the store share; they also look at files with SQLite itself.
add_library (gp_store_test_support STATIC ${CMAKE_CURRENT_LIST_DIR}/store-support.c)
target_link_libraries (gp_store_test_support PUBLIC gp_store gp_test_support PkgConfig::CHECK PkgConfig::SQLITE)
target_include_directories (gp_store_test_support PUBLIC ${CMAKE_CURRENT_LIST_DIR} ${PROJECT_SOURCE_DIR}/src/store)
foreach (short backup backups create edit forget formats forget-more forget-refused history hostile locks migrate plan publish refused result sentences sql touched views)
  set (LINK_${short} gp_store_test_support)
endforeach ()
# With SQLite's memory failing as tests/faults lets it.
add_library (gp_store_test_memory STATIC ${CMAKE_CURRENT_LIST_DIR}/memory-ops.c ${CMAKE_CURRENT_LIST_DIR}/ops-world.c
  ${PROJECT_SOURCE_DIR}/tests/faults/fault-memory.c ${PROJECT_SOURCE_DIR}/tests/faults/fault-vfs.c)
target_link_libraries (gp_store_test_memory PUBLIC gp_flags gp_store_test_support)
target_include_directories (gp_store_test_memory PUBLIC ${PROJECT_SOURCE_DIR}/tests/faults)
set (LINK_memory gp_store_test_memory)
set (LINK_statements gp_store_test_memory -Wl,--wrap=sqlite3_prepare_v3 -Wl,--wrap=sqlite3_step
  -Wl,--wrap=sqlite3_exec -Wl,--wrap=sqlite3_column_text)
target_compile_definitions (gp_store_test_support PUBLIC SQLITE_ENABLE_SESSION SQLITE_ENABLE_PREUPDATE_HOOK
  GP_FORMATS="${PROJECT_SOURCE_DIR}/tests/fixtures/formats")
