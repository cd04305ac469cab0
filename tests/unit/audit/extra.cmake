# These look inside, through the room's own headers.
set (LINK_rows ${GMP_LIBRARY})
set (LINK_rounding ${GMP_LIBRARY})
