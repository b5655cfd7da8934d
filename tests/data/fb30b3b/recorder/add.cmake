# Adds the recorder to a build of commit fb30b3b from outside, so that nothing in that tree is changed:
#   cmake -S TREE -B BUILD -DCMAKE_PROJECT_MotCua_INCLUDE=…/recorder/add.cmake
# The libraries it links are known only at the end of the tree's own CMakeLists.txt, hence DEFER; the path must be expanded now, hence EVAL.
cmake_language(EVAL CODE "cmake_language(DEFER CALL include [[${CMAKE_CURRENT_LIST_DIR}/recorder.cmake]])")
