# How every library, program and test of the tree is built.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
# The warnings that GCC 12's optimiser raises falsely inside Qt's and the standard library's own headers.
add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds)
add_compile_definitions(QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_MESSAGELOGCONTEXT)
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# motcua_precompile(NAME): lets a library or a test take the headers below as base compiled them, where the preset asks for it.
function(motcua_precompile name)
  if(name STREQUAL base)
    target_precompile_headers(base PRIVATE <algorithm> <functional> <memory> <optional> <vector> <tl/expected.hpp>
      <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QObject> <QString> <QStringList>)
  else()
    target_precompile_headers(${name} REUSE_FROM base)
  endif()
endfunction()

# motcua_library(NAME LINK ...): the static library of the current directory and the directories below it.
# The LINK list is read by tests/unit/tst_Layers.cpp: name only what the layer's row there allows.
function(motcua_library name)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(${name} STATIC ${sources})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_LINK})
  motcua_precompile(${name})
endfunction()

# motcua_alone(SOURCES): what a unity build compiles by itself, since another source of the library has unnamed words of the same name.
function(motcua_alone)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# motcua_program(NAME LINK ...): a program from the main.cpp of the current directory.
function(motcua_program name)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  add_executable(${name} main.cpp)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${arg_LINK})
endfunction()

# motcua_tests(LINK ... [LABELS ...] [TIMEOUT s]): one Qt Test program for each tst_*.cpp of the current directory.
function(motcua_tests)
  cmake_parse_arguments(arg "" "TIMEOUT" "LINK;LABELS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  file(GLOB sources CONFIGURE_DEPENDS tst_*.cpp)
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    add_executable(${name} ${source})
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${arg_LINK} Qt6::Test)
    motcua_precompile(${name})
    target_compile_definitions(${name} PRIVATE
      MOTCUA_SOURCE_DIR="${CMAKE_SOURCE_DIR}" MOTCUA_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
      MOTCUA_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
      TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=Asia/Ho_Chi_Minh;LC_ALL=C.UTF-8;MOTCUA_TPM=none;QT_LOGGING_RULES=*.debug=false")
    # What gateways hear and say in these is compared with the contract when all of them are over (tests/contract).
    if(arg_LINK MATCHES "gateway_support|station_support|station_window_support")
      set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "MOTCUA_TRAFFIC=${CMAKE_BINARY_DIR}/traffic")
      set_property(TEST ${name} APPEND PROPERTY FIXTURES_REQUIRED traffic)
    endif()
  endforeach()
endfunction()
