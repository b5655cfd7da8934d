#pragma once

#include "app/base/Secret.h"

#include <QByteArray>
#include <QUrl>
#include <QUuid>

namespace motcua::http {

/// Who the station is to the platform and whom it trusts, as enrolment left it. The key lies sealed in the journal and is here
/// only in memory.
struct Credentials {
    QUuid station;
    QUrl platform;          ///< https, host and port
    base::Secret key;       ///< P-256, PKCS#8, PEM
    QByteArray certificate; ///< the station's, PEM
    QByteArray authority;   ///< the platform's CA, PEM; nothing else is trusted
    QByteArray platformKey; ///< public key that signs marks, PEM
};

}
