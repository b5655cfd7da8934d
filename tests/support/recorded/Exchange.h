#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

namespace motcua::test {

/// One recorded question with its answer, or a technician's command that was run at its place.
struct Exchange {
    QString station; ///< "desk" or "supervisor"
    qint64 at = 0;   ///< UTC milliseconds
    QStringList command = {};
    QByteArray method;
    QByteArray target;
    QMap<QByteArray, QByteArray> headers; ///< of the request, by lower-case name
    QByteArray body;
    int status = 0;
    QMap<QByteArray, QByteArray> answerHeaders;
    QByteArray answer;

    static Exchange of(const QJsonObject& json);
    QByteArray path() const { return target.split('?').first(); }
};

}
