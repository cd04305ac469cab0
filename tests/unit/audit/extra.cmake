# These look inside, through the room's own headers.
set (LINK_rows ${GMP_LIBRARY})
set (LINK_rounding ${GMP_LIBRARY})
# A coaching to find fault with is the planner's.
set (LINK_coaching gp_planner)
