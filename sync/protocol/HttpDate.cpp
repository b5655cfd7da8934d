#include "sync/protocol/HttpDate.h"

#include <QLocale>

namespace motcua::protocol {

namespace {

QString form() {
    return QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
}

}

QByteArray httpDate(const QDateTime& moment) {
    return QLocale::c().toString(moment.toUTC(), form()).toLatin1();
}

QDateTime httpDateIn(const QByteArray& text) {
    QDateTime moment = QLocale::c().toDateTime(QString::fromLatin1(text), form());
    moment.setTimeSpec(Qt::UTC);
    return moment;
}

}
