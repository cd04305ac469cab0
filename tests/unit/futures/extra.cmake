# The private headers that these tests look into, and the tiny projects of the planner's tests.
add_library (gp_test_futures INTERFACE)
target_link_libraries (gp_test_futures INTERFACE gp_futures gp_audit)
target_include_directories (gp_test_futures INTERFACE
  ${PROJECT_SOURCE_DIR}/src/futures ${CMAKE_CURRENT_SOURCE_DIR}/futures
  ${CMAKE_CURRENT_SOURCE_DIR}/planner)
foreach (short random rank promises same-bytes shard-bad draw fresh kept)
  set (LINK_${short} gp_test_futures)
endforeach ()
