#include "tests/support/sqlite/FaultVfs.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>

namespace motcua::test {

struct FaultVfs::State {
    sqlite3_vfs vfs{};
    sqlite3_vfs* system = nullptr;
    QByteArray name;
    std::atomic<bool> armed{false};
    std::atomic<int> strikes{0};
    std::atomic<int> calls{0};
    std::atomic<const char*> struckCall{""};
    int target = 0;
    VfsFault fault = VfsFault::Io;
    bool lasting = false;

    /// The code to fail with, or SQLITE_OK.
    int strike(const char* call, int ioCode, bool isWrite) {
        if (!armed || (fault == VfsFault::DiskFull && !isWrite))
            return SQLITE_OK;
        const int now = ++calls;
        if (now < target || (now > target && !lasting))
            return SQLITE_OK;
        if (strikes++ == 0)
            struckCall = call;
        return fault == VfsFault::DiskFull ? SQLITE_FULL : ioCode;
    }
};

namespace {

/// SQLite allocates szOsFile bytes: this, then the system's file.
struct FaultFile {
    sqlite3_file base;
    FaultVfs::State* state;
    sqlite3_file* system() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

FaultFile* fileOf(sqlite3_file* file) {
    return reinterpret_cast<FaultFile*>(file);
}
sqlite3_file* systemOf(sqlite3_file* file) {
    return fileOf(file)->system();
}
int strike(sqlite3_file* file, const char* call, int code, bool isWrite = false) {
    return fileOf(file)->state->strike(call, code, isWrite);
}

int closeFile(sqlite3_file* f) {
    return systemOf(f)->pMethods->xClose(systemOf(f));
}
int readFile(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
    return systemOf(f)->pMethods->xRead(systemOf(f), to, size, at);
}
int writeFile(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
    if (const int code = strike(f, "write", SQLITE_IOERR_WRITE, true))
        return code;
    return systemOf(f)->pMethods->xWrite(systemOf(f), from, size, at);
}
int truncateFile(sqlite3_file* f, sqlite3_int64 size) {
    if (const int code = strike(f, "truncate", SQLITE_IOERR_TRUNCATE))
        return code;
    return systemOf(f)->pMethods->xTruncate(systemOf(f), size);
}
int syncFile(sqlite3_file* f, int flags) {
    if (const int code = strike(f, "sync", SQLITE_IOERR_FSYNC))
        return code;
    return systemOf(f)->pMethods->xSync(systemOf(f), flags);
}
int fileSize(sqlite3_file* f, sqlite3_int64* size) {
    return systemOf(f)->pMethods->xFileSize(systemOf(f), size);
}
int lockFile(sqlite3_file* f, int level) {
    return systemOf(f)->pMethods->xLock(systemOf(f), level);
}
int unlockFile(sqlite3_file* f, int level) {
    return systemOf(f)->pMethods->xUnlock(systemOf(f), level);
}
int checkReserved(sqlite3_file* f, int* out) {
    return systemOf(f)->pMethods->xCheckReservedLock(systemOf(f), out);
}
int fileControl(sqlite3_file* f, int op, void* argument) {
    return systemOf(f)->pMethods->xFileControl(systemOf(f), op, argument);
}
int sectorSize(sqlite3_file* f) {
    return systemOf(f)->pMethods->xSectorSize(systemOf(f));
}
int characteristics(sqlite3_file* f) {
    return systemOf(f)->pMethods->xDeviceCharacteristics(systemOf(f));
}
int shmMap(sqlite3_file* f, int region, int size, int extend, volatile void** out) {
    if (const int code = strike(f, "map", SQLITE_IOERR_SHMMAP))
        return code;
    return systemOf(f)->pMethods->xShmMap(systemOf(f), region, size, extend, out);
}
int shmLock(sqlite3_file* f, int offset, int n, int flags) {
    // Letting go of a lock does not fail on any system.
    if ((flags & SQLITE_SHM_LOCK) != 0)
        if (const int code = strike(f, "lock", SQLITE_IOERR_SHMLOCK))
            return code;
    return systemOf(f)->pMethods->xShmLock(systemOf(f), offset, n, flags);
}
void shmBarrier(sqlite3_file* f) {
    systemOf(f)->pMethods->xShmBarrier(systemOf(f));
}
int shmUnmap(sqlite3_file* f, int remove) {
    return systemOf(f)->pMethods->xShmUnmap(systemOf(f), remove);
}

constexpr sqlite3_io_methods methods{2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize, lockFile, unlockFile, checkReserved,
    fileControl, sectorSize, characteristics, shmMap, shmLock, shmBarrier, shmUnmap, nullptr, nullptr};

FaultVfs::State* stateOf(sqlite3_vfs* vfs) {
    return static_cast<FaultVfs::State*>(vfs->pAppData);
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
    FaultVfs::State* state = stateOf(vfs);
    file->pMethods = nullptr;
    if (const int code = state->strike("open", SQLITE_CANTOPEN, false))
        return code;
    fileOf(file)->state = state;
    const int result = state->system->xOpen(state->system, name, systemOf(file), flags, out);
    if (result == SQLITE_OK)
        file->pMethods = &methods;
    return result;
}
int deleteFile(sqlite3_vfs* vfs, const char* name, int syncDirectory) {
    if (const int code = stateOf(vfs)->strike("delete", SQLITE_IOERR_DELETE, false))
        return code;
    return stateOf(vfs)->system->xDelete(stateOf(vfs)->system, name, syncDirectory);
}

}

FaultVfs::FaultVfs(const QByteArray& name) : m_state(std::make_unique<State>()) {
    m_state->name = name;
    m_state->system = sqlite3_vfs_find(nullptr);
    m_state->vfs = *m_state->system;
    m_state->vfs.pNext = nullptr;
    m_state->vfs.zName = m_state->name.constData();
    m_state->vfs.pAppData = m_state.get();
    m_state->vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + m_state->system->szOsFile;
    m_state->vfs.xOpen = openFile;
    m_state->vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&m_state->vfs, 0);
}

FaultVfs::~FaultVfs() {
    sqlite3_vfs_unregister(&m_state->vfs);
}

QByteArray FaultVfs::name() const {
    return m_state->name;
}

void FaultVfs::arm(VfsFault fault, int n, bool lasting) {
    m_state->fault = fault;
    m_state->lasting = lasting;
    m_state->target = n;
    m_state->calls = 0;
    m_state->strikes = 0;
    m_state->struckCall = "";
    m_state->armed = true;
}

void FaultVfs::disarm() {
    m_state->armed = false;
}

int FaultVfs::strikes() const {
    return m_state->strikes;
}

int FaultVfs::calls() const {
    return m_state->calls;
}

QByteArray FaultVfs::struckCall() const {
    return m_state->struckCall.load();
}

}
