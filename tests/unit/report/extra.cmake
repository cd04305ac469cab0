# Private headers of the room; packs are made from plans and coachings.
include_directories (${PROJECT_SOURCE_DIR}/src)
set (LINK_extract gp_planner)
set (LINK_pages gp_planner)
