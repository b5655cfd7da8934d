#pragma once

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPdfDocument>
#include <QProcess>

// What the tests of printed forms share: the values to print, and reading what was printed.
namespace motcua::test {

#define VERIFY_RENDERED(pdf) QVERIFY2(pdf, pdf ? "" : qPrintable(pdf.error().toLogLine()))

inline QJsonObject example(const QString& form) {
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/paper/%1.json").arg(form));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline QString text(const QByteArray& pdf, const QStringList& options = {}) {
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), QStringList(options) << QStringLiteral("-") << QStringLiteral("-"));
    if (!reader.waitForStarted())
        return {};
    reader.write(pdf);
    reader.closeWriteChannel();
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

inline void load(QPdfDocument& document, QBuffer& buffer, const QByteArray& pdf) {
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    document.load(&buffer);
}

}
