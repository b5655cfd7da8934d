#pragma once

#include <QFile>
#include <QTimer>

#include <vector>

namespace motcua::capture::test {

/// A device that scans to a folder: one file held open, page after page written into it with a pause between, and a sound file after
/// each of them. As the field's slowtiff.py and slowpdf.py.
class SlowDevice : public QObject {
public:
    /// What to write, and where in the file.
    struct Piece {
        qint64 at = 0;
        QByteArray bytes;
    };
    using Step = std::vector<Piece>;

    SlowDevice(const QString& path, std::vector<Step> steps, int gapMs);

    bool isDone() const { return m_next == m_steps.size() && !m_file.isOpen(); }
    /// The file as it is when it is done.
    QByteArray whole() const;

private:
    void write();

    QFile m_file;
    std::vector<Step> m_steps;
    size_t m_next = 0;
    QTimer m_timer;
};

/// A TIFF of so many black and white pages, each of which is linked in when it has been written.
std::vector<SlowDevice::Step> tiffPageByPage(int pages);
/// A PDF whose pages come as revisions.
std::vector<SlowDevice::Step> pdfPageByPage(int pages);

}
