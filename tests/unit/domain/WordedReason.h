#pragma once

#include "app/base/Error.h"

#include <QFile>

namespace motcua::domain::test {

/// Whether motcua-gateway has words in Vietnamese for the reason.
inline bool isWorded(const base::Error& error) {
    QFile words(QStringLiteral(MOTCUA_SOURCE_DIR "/sync/gateway/commands/ReasonWords.cpp"));
    QString reason = error.detail.value(QStringLiteral("reason"));
    reason.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    reason.replace(QLatin1Char('"'), QLatin1String("\\\""));
    return !reason.isEmpty() && words.open(QIODevice::ReadOnly) &&
           QString::fromUtf8(words.readAll()).contains(QStringLiteral("{\"%1\",").arg(reason));
}

}
