#pragma once

#include "app/domain/Events.h"

#include <QByteArray>

#include <vector>

namespace motcua::domain {

/// The blobs that an event names, each once, in the order in which it names them: what a station sends before the event and what
/// the gateway must hold before it takes the event in. Every Page is found wherever in the body it stands.
std::vector<BlobHash> blobsOf(const EventBody& body);

/// The same of a record's payload, as it is written. In a kind or version that this program cannot read, blobs are found by the
/// name of their member, "blob".
std::vector<BlobHash> blobsOf(QByteArrayView kind, int version, const QByteArray& payload);

}
