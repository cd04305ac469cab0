# Puts the metainfo that is installed together. Software centres fetch pictures from an https address;
# until the pictures of data/screenshots have one there are none in it:
#   cmake --preset release -DGROEIPLAN_PICTURES_URL=https://.../data/screenshots
#
# Included with GROEIPLAN_PICTURES_URL, METAINFO (the file without pictures), PICTURES (screenshots.xml.in)
# and METAINFO_INSTALLED (what is written).
file (READ ${METAINFO} text)
if (GROEIPLAN_PICTURES_URL)
  if (NOT GROEIPLAN_PICTURES_URL MATCHES "^https://[^ <>&]+[^/ <>&]$")
    message (FATAL_ERROR "GROEIPLAN_PICTURES_URL is '${GROEIPLAN_PICTURES_URL}': give an https address without a slash at its end.")
  endif ()
  file (READ ${PICTURES} pictures)
  string (CONFIGURE "${pictures}" pictures @ONLY)
  string (REPLACE "  <content_rating" "${pictures}  <content_rating" text "${text}")
endif ()
file (WRITE ${METAINFO_INSTALLED} "${text}")
