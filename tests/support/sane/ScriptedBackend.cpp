// A SANE backend for tests: a feeder that plays the words of MOTCUA_SCANNER_SCRIPT, one a page, then is empty.
//
//   page    a page with lines on it            halfjam  half a page, then a paper jam
//   blank   a white page                       halfio   half a page, then an I/O error
//   jam     a paper jam at the start           short    half a page that ends as if it were whole
//   cover   the cover is open                  gone     half a page, then an error, and the device does not open any more
//   busy    the device is busy                 crash    the driver writes where it must not
//   hang    the driver never comes back        noisy    a page, from a driver that prints to standard output

#include <sane/sane.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

constexpr int width = 827; // A4 at 100 dpi
constexpr int height = 1169;

struct Feeder {
    std::vector<std::string> script;
    size_t next = 0;
    std::string word;
    int sent = 0;
    bool gone = false;
};

Feeder feeder;
char source[16] = "ADF";

const SANE_String_Const sources[] = {"Flatbed", "ADF", nullptr};

const SANE_Option_Descriptor countOption = {
    "", "", "", SANE_TYPE_INT, SANE_UNIT_NONE, sizeof(SANE_Word), SANE_CAP_SOFT_DETECT, SANE_CONSTRAINT_NONE, {nullptr}};
const SANE_Option_Descriptor sourceOption = {"source", "", "", SANE_TYPE_STRING, SANE_UNIT_NONE, sizeof source,
    SANE_CAP_SOFT_DETECT | SANE_CAP_SOFT_SELECT, SANE_CONSTRAINT_STRING_LIST, {sources}};

SANE_Byte pixel(int index) {
    const int x = index % width;
    const int y = index / width;
    const bool inText = x > 80 && x < 740 && y > 80 && y < 1080 && y % 24 < 8 && x % 40 < 30;
    return feeder.word != "blank" && inText ? 20 : 250;
}

SANE_Status atStart(const std::string& word) {
    if (word == "jam")
        return SANE_STATUS_JAMMED;
    if (word == "cover")
        return SANE_STATUS_COVER_OPEN;
    if (word == "busy")
        return SANE_STATUS_DEVICE_BUSY;
    if (word == "noisy") {
        std::puts("driver: MC motor on");
        std::fflush(stdout);
    }
    return SANE_STATUS_GOOD;
}

SANE_Status atHalf(const std::string& word) {
    if (word == "halfjam")
        return SANE_STATUS_JAMMED;
    if (word == "halfio")
        return SANE_STATUS_IO_ERROR;
    if (word == "short")
        return SANE_STATUS_EOF;
    if (word == "gone") {
        feeder.gone = true;
        return SANE_STATUS_IO_ERROR;
    }
    if (word == "crash")
        std::raise(SIGSEGV);
    while (word == "hang")
        ::pause();
    return SANE_STATUS_GOOD;
}

}

extern "C" {

SANE_Status sane_scripted_init(SANE_Int* version, SANE_Auth_Callback) {
    if (version)
        *version = SANE_VERSION_CODE(1, 0, 0);
    const char* script = std::getenv("MOTCUA_SCANNER_SCRIPT");
    std::istringstream words(script ? script : "");
    for (std::string word; words >> word;)
        feeder.script.push_back(word);
    return SANE_STATUS_GOOD;
}

void sane_scripted_exit() {}

SANE_Status sane_scripted_get_devices(const SANE_Device*** list, SANE_Bool) {
    static const SANE_Device device{"feeder", "Scripted", "Feeder", "sheetfed scanner"};
    static const SANE_Device* devices[] = {&device, nullptr};
    *list = devices;
    return SANE_STATUS_GOOD;
}

SANE_Status sane_scripted_open(SANE_String_Const name, SANE_Handle* handle) {
    if (feeder.gone || (std::strcmp(name, "feeder") != 0 && *name != '\0'))
        return SANE_STATUS_INVAL;
    *handle = &feeder;
    return SANE_STATUS_GOOD;
}

void sane_scripted_close(SANE_Handle) {}

const SANE_Option_Descriptor* sane_scripted_get_option_descriptor(SANE_Handle, SANE_Int option) {
    return option == 0 ? &countOption : option == 1 ? &sourceOption : nullptr;
}

SANE_Status sane_scripted_control_option(SANE_Handle, SANE_Int option, SANE_Action action, void* value, SANE_Int* info) {
    if (info)
        *info = 0;
    if (option == 0 && action == SANE_ACTION_GET_VALUE)
        *static_cast<SANE_Word*>(value) = 2;
    else if (option == 1 && action == SANE_ACTION_GET_VALUE)
        std::memcpy(value, source, sizeof source);
    else if (option == 1 && action == SANE_ACTION_SET_VALUE)
        std::memcpy(source, value, sizeof source - 1);
    else
        return SANE_STATUS_INVAL;
    return SANE_STATUS_GOOD;
}

SANE_Status sane_scripted_get_parameters(SANE_Handle, SANE_Parameters* parameters) {
    *parameters = {SANE_FRAME_GRAY, SANE_TRUE, width, width, height, 8};
    return SANE_STATUS_GOOD;
}

SANE_Status sane_scripted_start(SANE_Handle) {
    if (feeder.next >= feeder.script.size())
        return SANE_STATUS_NO_DOCS;
    feeder.word = feeder.script[feeder.next++];
    feeder.sent = 0;
    return atStart(feeder.word);
}

SANE_Status sane_scripted_read(SANE_Handle, SANE_Byte* data, SANE_Int most, SANE_Int* count) {
    *count = 0;
    const int whole = width * height;
    if (feeder.sent >= whole)
        return SANE_STATUS_EOF;
    const int end = feeder.sent < whole / 2 ? whole / 2 : whole;
    if (feeder.sent == whole / 2)
        if (const SANE_Status status = atHalf(feeder.word); status != SANE_STATUS_GOOD)
            return status;
    *count = std::min(most, end - feeder.sent);
    for (int i = 0; i < *count; ++i)
        data[i] = pixel(feeder.sent + i);
    feeder.sent += *count;
    return SANE_STATUS_GOOD;
}

void sane_scripted_cancel(SANE_Handle) {}

SANE_Status sane_scripted_set_io_mode(SANE_Handle, SANE_Bool nonBlocking) {
    return nonBlocking ? SANE_STATUS_UNSUPPORTED : SANE_STATUS_GOOD;
}

SANE_Status sane_scripted_get_select_fd(SANE_Handle, SANE_Int*) {
    return SANE_STATUS_UNSUPPORTED;
}
}
