# Every library from outside, found once. Debian 12's versions are the ones that are tested.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Concurrent Svg Pdf PdfWidgets LinguistTools Test)
qt_standard_project_setup()
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(Argon2 REQUIRED IMPORTED_TARGET libargon2)
pkg_check_modules(Leptonica REQUIRED IMPORTED_TARGET lept)
pkg_check_modules(ZXing REQUIRED IMPORTED_TARGET zxing)
find_library(SANE_LIBRARY sane REQUIRED)
find_library(CUPS_LIBRARY cups REQUIRED)
find_library(HTTPLIB_LIBRARY cpp-httplib REQUIRED)
