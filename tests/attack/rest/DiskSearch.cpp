#include "tests/attack/rest/DiskSearch.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QtEndian>

namespace motcua::test {

namespace {

template <class Visit>
void eachFile(const QString& folder, const Visit& visit) {
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            visit(file.fileName(), file.readAll());
    }
}

QByteArray utf16(const QString& text, bool isBig) {
    QByteArray bytes;
    for (const QChar letter : text) {
        const quint16 unit = isBig ? qToBigEndian(letter.unicode()) : qToLittleEndian(letter.unicode());
        bytes.append(reinterpret_cast<const char*>(&unit), sizeof unit);
    }
    return bytes;
}

/// What stays of the text's Base64 wherever it stands in what is encoded.
QByteArrayList base64(const QByteArray& bytes) {
    QByteArrayList all;
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray encoded = (QByteArray(before, 'x') + bytes).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype from = before == 0 ? 0 : before + 1;
        all << encoded.mid(from, encoded.size() - from - 2);
    }
    return all;
}

}

QStringList found(const QString& folder, const QStringList& texts) {
    QStringList places;
    eachFile(folder, [&](const QString& name, const QByteArray& content) {
        for (const QString& text : texts) {
            QByteArrayList forms{text.toUtf8(), utf16(text, false), utf16(text, true)};
            constexpr qsizetype longEnough = 6;
            if (text.size() >= longEnough)
                forms += base64(text.toUtf8());
            for (const QByteArray& form : forms)
                if (content.contains(form)) {
                    places << QDir(folder).relativeFilePath(name) + QStringLiteral(": ") + text;
                    break;
                }
        }
    });
    return places;
}

QStringList contentOf(const QString& folder) {
    QStringList all;
    eachFile(folder, [&](const QString& name, const QByteArray& content) {
        if (!name.endsWith(QLatin1String("-shm")) && !name.endsWith(QLatin1String("-wal")))
            all << QDir(folder).relativeFilePath(name) + QLatin1Char(' ') + QString::number(content.size()) + QLatin1Char(' ') +
                       QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    });
    all.sort();
    return all;
}

bool copyFolder(const QString& from, const QString& to) {
    return QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), from, to}) == 0;
}

}
