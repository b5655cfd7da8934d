#pragma once

#include <QUuid>

namespace motcua::gateway {

/// Who speaks: a station as its certificate and the store say.
struct Peer {
    qint64 key = 0;  ///< the station's row
    qint64 unit = 0; ///< its unit's row
    QUuid id;
};

}
