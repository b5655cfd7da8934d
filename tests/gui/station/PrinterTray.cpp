#include "tests/gui/station/PrinterTray.h"

#include "app/capture/CodeReader.h"
#include "app/capture/Pixels.h"
#include "tests/support/screen/LongestAnswer.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QThread>

#include <allheaders.h>

#include <algorithm>

namespace motcua::test {

namespace {

QByteArray outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

int copiesOf(const QString& path) {
    QFile file(path.chopped(3) + QStringLiteral("copies"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
}

Sheet read(const QString& path) {
    const QByteArray text = outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    return {path, QString::fromUtf8(text).simplified(), copiesOf(path)};
}

}

bool Sheet::says(const QStringList& words) const {
    return std::all_of(words.begin(), words.end(), [this](const QString& word) { return text.contains(word); });
}

QString Sheet::picture() const {
    const QString stem = path.chopped(4);
    outputOf(QStringLiteral("pdftoppm"),
        {QStringLiteral("-r"), QStringLiteral("150"), QStringLiteral("-gray"), QStringLiteral("-png"), QStringLiteral("-singlefile"), path, stem});
    return stem + QStringLiteral(".png");
}

QStringList Sheet::codes() const {
    const capture::Pixels page(pixRead(QFile::encodeName(picture()).constData()));
    const capture::Pixels grey(page ? pixConvertTo8(page.get(), 0) : nullptr);
    return grey ? capture::readCodes(grey.get()) : QStringList();
}

std::vector<Sheet> PrinterTray::sheets() {
    QStringList names = QDir(m_directory).entryList({QStringLiteral("*.pdf")}, QDir::Files);
    std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) { return a.chopped(4).toInt() < b.chopped(4).toInt(); });
    std::vector<Sheet> sheets;
    for (const QString& name : names) {
        if (!m_read.contains(name))
            m_read.insert(name, read(m_directory + QLatin1Char('/') + name));
        sheets.push_back(m_read.value(name));
    }
    return sheets;
}

std::vector<Sheet> PrinterTray::sheets(const QStringList& words) {
    std::vector<Sheet> found = sheets();
    std::erase_if(found, [&](const Sheet& sheet) { return !sheet.says(words); });
    return found;
}

Sheet PrinterTray::waitFor(const QStringList& words) {
    constexpr unsigned long breath = 20;
    const QDeadlineTimer deadline(longestAnswer);
    while (!deadline.hasExpired()) {
        if (const auto found = sheets(words); !found.empty())
            return found.back();
        QThread::msleep(breath);
    }
    return {};
}

}
