#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Peer.h"
#include "sync/protocol/Record.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace motcua::gateway {

/// Whom a feed item is for: one station, one unit, or everyone.
struct Audience {
    std::optional<qint64> unit = {};
    std::optional<qint64> station = {};
};

struct PublishedItem {
    qint64 cursor = 0; ///< 0: nothing was published
    QJsonObject body;
};

/// What was published to the whole of a unit.
struct UnitItem {
    qint64 cursor = 0;
    qint64 unit = 0;
    QJsonObject body;
};

/// A step of the feed: a record, or an item with its kind and its body as JSON.
struct FeedEntry {
    struct Item {
        QByteArray kind;
        QByteArray body;
    };
    using Content = std::variant<protocol::Record, Item>;
    qint64 cursor = 0;
    Content content;
};

/// What was published besides records, and the feed, in which both stand by their cursors.
class FeedTable {
public:
    virtual ~FeedTable() = default;

    /// What was published last to exactly this audience.
    virtual base::Result<PublishedItem> newest(const Audience& audience, const char* kind) const = 0;
    /// All that was published to everyone under `kind` after a cursor, in the order of their cursors.
    virtual base::Result<std::vector<PublishedItem>> toEveryone(const char* kind, qint64 afterCursor) const = 0;
    /// In the order of their cursors.
    virtual base::Result<std::vector<UnitItem>> toUnits(const char* kind, qint64 afterCursor) const = 0;
    /// The bodies of all that was ever published under `kind` to one or the other station of the unit; the oldest first.
    virtual base::Result<std::vector<QJsonObject>> toStationsOf(qint64 unit, const char* kind) const = 0;

    /// What a station is not given goes by the record version that it reads. One that reads the first alone is not given: records of later versions
    /// and what follows them about the same dossier, items of kinds that it does not know, and volumes of other books than the first, which it
    /// would take for that. Nobody is given a kind of job that asks for a later version than it reads ("reads").
    struct Question {
        Peer peer;
        qint64 after = 0; ///< a cursor
        int most = 0;     ///< entries
        int reads = 1;    ///< the newest record version
    };
    /// What the feed has for a station: the other stations' records of its unit, and the items meant for it, by cursor. `visit` says
    /// whether to go on; an error of it ends the walk.
    using Visit = std::function<base::Result<bool>(FeedEntry entry)>;
    virtual base::Outcome each(const Question& question, const Visit& visit) const = 0;

    /// Past the first cursor and not past the second.
    struct Stretch {
        qint64 after = 0;
        qint64 upTo = 0;
    };
    struct Readings {
        int before = 1;
        int now = 1;
    };
    /// Puts what the station was not given as one that read less at the end of its feed: in that stretch what the first version is not given, and up
    /// to its end the kinds of job. What stood there already moves: nothing stands there twice.
    virtual base::Outcome giveBack(const Peer& peer, const Stretch& stretch, const Readings& reads) = 0;
    /// Under which cursor a station is given an item: its own, or the one under which it was given back.
    virtual base::Result<qint64> givenUnder(const Peer& peer, qint64 item) const = 0;

    /// The item's cursor.
    virtual base::Result<qint64> publish(const Audience& audience, const char* kind, const QJsonObject& body) = 0;
};

}
