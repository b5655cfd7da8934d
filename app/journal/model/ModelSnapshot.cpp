#include "app/journal/model/ModelSnapshot.h"

#include "app/base/Logging.h"
#include "app/domain/EventCodec.h"
#include "app/journal/disk/Disk.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/keys/Sealer.h"

#include <QCoreApplication>
#include <QFile>

namespace motcua::journal {

namespace {

/// Bound to the program's version too, and to the records it reads: a new one may replay otherwise.
SealPlace placeOf(const QUuid& station) {
    return {station, ModelSnapshot::modelVersion,
        "snapshot:" + QCoreApplication::applicationVersion().toUtf8() + ":records-" + QByteArray::number(domain::newestRecordVersion)};
}

}

ModelSnapshot::ModelSnapshot(QString file, const QUuid& station, KeyRingPointer key, Disk& disk)
    : m_file(std::move(file)), m_station(station), m_key(std::move(key)), m_disk(disk) {
    m_pool.setMaxThreadCount(1);
}

ModelSnapshot::~ModelSnapshot() {
    finish();
}

QByteArray ModelSnapshot::load() const {
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const uchar* bytes = file.map(0, file.size());
    if (!bytes)
        return {};
    auto image = Sealer(m_key).open(QByteArrayView(bytes, file.size()), placeOf(m_station));
    if (!image)
        qCInfo(base::lcJournal) << "snapshot does not open, replaying anew";
    return image.value_or(QByteArray());
}

void ModelSnapshot::save(QByteArray image) {
    finish();
    m_pool.start([this, image = std::move(image)] {
        const auto saved =
            Sealer(m_key).seal(image, placeOf(m_station)).and_then([&](const QByteArray& sealed) { return replaceDurably(m_disk, m_file, sealed); });
        if (!saved)
            qCWarning(base::lcJournal).noquote() << "snapshot not saved:" << saved.error().toLogLine();
    });
}

void ModelSnapshot::finish() {
    m_pool.waitForDone();
}

}
