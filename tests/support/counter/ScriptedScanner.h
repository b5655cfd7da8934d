#pragma once

#include "app/domain/ports/Scanner.h"

#include <QMetaObject>
#include <QPointer>

namespace motcua::test {

/// A job that says what a test makes it say.
class ScriptedJob final : public domain::ports::ScanJob {
    Q_OBJECT

public:
    void cancel() override { emit finished({QStringLiteral("scan.cancelled")}); }
};

class ScriptedScanner final : public domain::ports::Scanner {
public:
    std::unique_ptr<domain::ports::ScanJob> findDevices() override { return begin(); }
    std::vector<domain::ports::ScannerDevice> devices() const override { return known; }
    std::unique_ptr<domain::ports::ScanJob> scan(const domain::ports::ScanRequest& request) override {
        lastRequest = request;
        return begin();
    }
    std::unique_ptr<domain::ports::ScanJob> importFiles(const QStringList& paths) override {
        lastFiles = paths;
        return begin();
    }

    std::vector<domain::ports::ScannerDevice> known{{QStringLiteral("test:0"), QStringLiteral("Test feeder"), true}};
    domain::ports::ScanRequest lastRequest;
    QStringList lastFiles;
    QPointer<ScriptedJob> job;

private:
    std::unique_ptr<domain::ports::ScanJob> begin() {
        auto made = std::make_unique<ScriptedJob>();
        job = made.get();
        return made;
    }
};

}
