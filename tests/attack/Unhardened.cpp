/// Compiled and linked without any of what Hardening.cmake asks for: tst_Hardened must see it.
#include <cstdio>
#include <cstring>

int main(int argc, char** argv) {
    char place[16];
    std::strcpy(place, argv[argc - 1]);
    std::puts(place);
}
