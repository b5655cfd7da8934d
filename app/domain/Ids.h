#pragma once

#include "app/base/Constrained.h"
#include "app/base/Id.h"

namespace motcua::domain {

using DossierId = base::Id<struct DossierTag>;
using StationId = base::Id<struct StationTag>;
using UserId = base::Id<struct UserTag>;
using VolumeId = base::Id<struct VolumeTag>;
using EventId = base::Id<struct EventTag>;
using DraftId = base::Id<struct DraftTag>;
using ListedId = base::Id<struct ListedTag>;
/// What one visit at the counter brought, as a link between its dossiers.
using VisitId = base::Id<struct VisitTag>;

struct UnitCodeForm {
    static bool holds(const QString& text);
};
/// A unit's electronic identification code, dotted ("H49.30"), or as it was before 2020 ("000.00.19.H15"); Quyết định 20/2020/QĐ-TTg.
/// Not personal.
using UnitCode = base::Constrained<UnitCodeForm>;
struct BlobHashForm {
    static bool holds(const QString& text);
};
/// SHA-256 of a blob's content, 64 lower-case hex digits.
using BlobHash = base::Constrained<BlobHashForm>;
/// `digest`: 32 bytes; of others: null.
BlobHash blobHashOf(const QByteArray& digest);
/// 32 bytes; null: none.
QByteArray digestOf(const BlobHash& hash);

}
