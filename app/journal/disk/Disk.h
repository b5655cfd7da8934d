#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QString>

namespace motcua::journal {

/// The file operations that blobs and the snapshot are written with, one system call each, so that a test can fail any one of
/// them. Errors: "disk.full", "disk.failed" (detail "errno"). Stateless; any thread.
class Disk {
public:
    virtual ~Disk() = default;
    /// Creates or empties the file and writes all of `bytes`, to the operating system but not yet to the medium.
    virtual base::Outcome write(const QString& path, const QByteArray& bytes) = 0;
    virtual base::Outcome sync(const QString& path) = 0;
    virtual base::Outcome rename(const QString& from, const QString& to) = 0;
    /// Makes renames and new names inside a directory durable.
    virtual base::Outcome syncDirectory(const QString& path) = 0;
    virtual base::Outcome makeDirectory(const QString& path) = 0;
};

class SystemDisk final : public Disk {
public:
    base::Outcome write(const QString& path, const QByteArray& bytes) override;
    base::Outcome sync(const QString& path) override;
    base::Outcome rename(const QString& from, const QString& to) override;
    base::Outcome syncDirectory(const QString& path) override;
    base::Outcome makeDirectory(const QString& path) override;
};

/// Replaces the file in one step: after a power cut it holds all of the old or all of the new.
base::Outcome replaceDurably(Disk& disk, const QString& path, const QByteArray& bytes);

}
