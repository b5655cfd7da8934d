# The program that records the fixture; see add.cmake. It is written against the headers of commit fb30b3b alone.
file(GLOB recorder_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp ${CMAKE_CURRENT_LIST_DIR}/*.h)
add_executable(fb30b3b-recorder ${recorder_sources} ${CMAKE_SOURCE_DIR}/tests/support/line/HttpText.cpp)
target_include_directories(fb30b3b-recorder PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_LIST_DIR})
target_compile_definitions(fb30b3b-recorder PRIVATE MOTCUA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(fb30b3b-recorder PRIVATE station gateway Qt6::Gui Qt6::Network Qt6::Test)
