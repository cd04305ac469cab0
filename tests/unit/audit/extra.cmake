# test-rows looks at the rows themselves, through the room's own header.
set (LINK_rows ${GMP_LIBRARY})
