#pragma once

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobReader.h"
#include "tests/support/counter/CounterBench.h"

#include <QFile>
#include <QJsonDocument>

// The invented kind of tests/data/jobs, published at a counter of a test.
namespace motcua::test {

inline QJsonObject boatPaper() {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/tests/data/jobs/boat-paper/job.json"));
    QJsonObject json = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    json.insert(QStringLiteral("templates"), QJsonObject{{QStringLiteral("boat-attestation"), QStringLiteral("<p>{{number}}</p>")}});
    return json;
}

inline domain::JobKind jobKind(const QJsonObject& json) {
    const auto job = domain::readJobKind(json, domain::builtInForms());
    if (!job)
        qFatal("%s", qPrintable(job.error().toLogLine()));
    return *job;
}

/// With the procedure 9.000001, which it serves, and a volume of its book.
inline void publishBoats(CounterBench& bench, const QJsonObject& json = boatPaper()) {
    auto& published = bench.archive.published;
    published.jobs.put(jobKind(json));
    domain::Procedure row;
    row.version.code = QStringLiteral("9.000001");
    row.version.name = QStringLiteral("Xác nhận tàu cá neo đậu");
    row.version.field = QStringLiteral("Thủy sản");
    row.version.timeValue = 5;
    published.catalogue.put(row);
    domain::Volume volume = published.volumes.front();
    volume.id = domain::VolumeId(QUuid(30, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    volume.symbol = QStringLiteral("STC/XN");
    published.volumes.push_back(volume);
}

}
