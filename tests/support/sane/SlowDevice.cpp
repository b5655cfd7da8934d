#include "tests/support/sane/SlowDevice.h"

#include "tests/support/sane/TestPages.h"

#include <QMap>
#include <QtEndian>

namespace motcua::capture::test {

SlowDevice::SlowDevice(const QString& path, std::vector<Step> steps, int gapMs) : m_file(path), m_steps(std::move(steps)) {
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("cannot write %s", qPrintable(path));
    connect(&m_timer, &QTimer::timeout, this, &SlowDevice::write);
    write();
    m_timer.start(gapMs);
}

void SlowDevice::write() {
    if (m_next == m_steps.size()) {
        m_timer.stop();
        m_file.close();
        return;
    }
    for (const Piece& piece : m_steps[m_next]) {
        m_file.seek(piece.at);
        m_file.write(piece.bytes);
    }
    ++m_next;
}

QByteArray SlowDevice::whole() const {
    QByteArray file;
    for (const Step& step : m_steps)
        for (const Piece& piece : step) {
            if (file.size() < piece.at + piece.bytes.size())
                file.resize(piece.at + piece.bytes.size());
            file.replace(piece.at, piece.bytes.size(), piece.bytes);
        }
    return file;
}

namespace {

QByteArray number(quint32 value) {
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray word(quint16 value) {
    return number(value).left(2);
}

/// A directory and its rows behind it, at `at` of the file.
QByteArray tiffPage(const QImage& page, quint32 at) {
    QByteArray rows;
    for (int y = 0; y < page.height(); ++y)
        rows.append(reinterpret_cast<const char*>(page.constScanLine(y)), (page.width() + 7) / 8);
    constexpr quint16 entries = 9;
    const quint32 data = at + 2 + entries * 12 + 4;
    const auto height = quint32(page.height());
    const std::pair<quint16, quint32> values[entries] = {
        {256, quint32(page.width())}, {257, height}, {258, 1}, {259, 1}, {262, 1}, {273, data}, {277, 1}, {278, height}, {279, quint32(rows.size())}};
    QByteArray directory = word(entries);
    for (const auto& [tag, value] : values)
        directory += word(tag) + word(4) + number(1) + number(value);
    return directory + number(0) + rows;
}

}

std::vector<SlowDevice::Step> tiffPageByPage(int pages) {
    std::vector<SlowDevice::Step> steps;
    QImage page = textPage(100).convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    if (page.color(0) != qRgb(0, 0, 0))
        page.invertPixels();
    constexpr int linkBefore = 4 + 2 + 9 * 12;
    quint32 at = 8;
    for (int i = 0; i < pages; ++i) {
        const QByteArray bytes = tiffPage(page, at);
        SlowDevice::Step step;
        if (i == 0)
            step.push_back({0, QByteArray("II*\0", 4) + number(at)});
        step.push_back({at, bytes});
        if (i > 0)
            step.push_back({at - bytes.size() + linkBefore - 4, number(at)});
        steps.push_back(std::move(step));
        at += quint32(bytes.size());
    }
    return steps;
}

std::vector<SlowDevice::Step> pdfPageByPage(int pages) {
    std::vector<SlowDevice::Step> steps;
    qint64 at = 0;
    qint64 before = 0;
    for (int i = 1; i <= pages; ++i) {
        QByteArray out = i == 1 ? QByteArray("%PDF-1.4\n") : QByteArray();
        QMap<int, qint64> offsets;
        const auto object = [&](int id, const QByteArray& body) {
            offsets[id] = at + out.size();
            out += QByteArray::number(id) + " 0 obj\n" + body + "\nendobj\n";
        };
        if (i == 1)
            object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        QByteArray kids;
        for (int kid = 1; kid <= i; ++kid)
            kids += QByteArray::number(10 * kid) + " 0 R ";
        object(2, "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(i) + " >>");
        const QByteArray words = "100 100 200 50 re f";
        object(
            10 * i, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents " + QByteArray::number(10 * i + 1) + " 0 R >>");
        object(10 * i + 1, "<< /Length " + QByteArray::number(words.size()) + " >>\nstream\n" + words + "\nendstream");
        const qint64 table = at + out.size();
        out += "xref\n0 1\n0000000000 65535 f \n";
        for (auto it = offsets.cbegin(); it != offsets.cend(); ++it)
            out += QByteArray::number(it.key()) + " 1\n" + QByteArray::number(it.value()).rightJustified(10, '0') + " 00000 n \n";
        out += "trailer << /Size " + QByteArray::number(10 * pages + 2) + " /Root 1 0 R " +
               (i > 1 ? "/Prev " + QByteArray::number(before) + ' ' : QByteArray()) + ">>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
        before = table;
        steps.push_back({{at, out}});
        at += out.size();
    }
    return steps;
}

}
