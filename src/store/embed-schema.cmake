# Writes OUTPUT: the steps FOLDER/NNNN-NAME.sql, in order and without a gap, as byte arrays.
file (GLOB steps ${FOLDER}/[0-9]*.sql)
list (SORT steps)
set (number 0)
set (arrays "")
set (list "")
foreach (step ${steps})
  math (EXPR number "${number} + 1")
  get_filename_component (name ${step} NAME)
  string (SUBSTRING "0000${number}" 0 -1 padded)
  string (LENGTH ${padded} length)
  math (EXPR start "${length} - 4")
  string (SUBSTRING ${padded} ${start} 4 padded)
  if (NOT name MATCHES "^${padded}-")
    message (FATAL_ERROR "${name}: expected the step ${padded}-...sql here")
  endif ()
  file (READ ${step} bytes HEX)
  string (REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string (REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" bytes "${bytes}")
  string (APPEND arrays "static const unsigned char step_${number}[] = { /* ${name} */\n${bytes}0 };\n\n")
  string (APPEND list "  (const char *) step_${number},\n")
endforeach ()
file (WRITE ${OUTPUT} "/* Made from data/schema by embed-schema.cmake; edit the .sql files. */
#include \"gp-store-schema.h\"

${arrays}const char *const gp_schema_steps[] = {
${list}};

const int gp_schema_n_steps = ${number};
")
