#pragma once

#include "app/base/Id.h"

namespace motcua::domain {

using DossierId = base::Id<struct DossierTag>;
using StationId = base::Id<struct StationTag>;
using UserId = base::Id<struct UserTag>;
using VolumeId = base::Id<struct VolumeTag>;
using EventId = base::Id<struct EventTag>;
using DraftId = base::Id<struct DraftTag>;

/// A unit's electronic identification code, dotted ("H49.30"); Quyết định 20/2020/QĐ-TTg. Not personal.
using UnitCode = QString;
/// SHA-256 of a blob's content, 64 lower-case hex digits.
using BlobHash = QString;

}
