# Folders of files for tests, and the private headers that the CSV tests look into.
add_library (gp_test_folder STATIC exchange/folder-files.c)
target_link_libraries (gp_test_folder PUBLIC gp_exchange)
target_include_directories (gp_test_folder PUBLIC ${PROJECT_SOURCE_DIR}/src/exchange)
foreach (short csv-cell csv-reader folder folder-bad folder-damaged folder-write)
  set (LINK_${short} gp_test_folder)
endforeach ()
