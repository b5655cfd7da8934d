#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace motcua::test {

/// A paper as it lies in a printer's tray, read back from what was printed.
struct Sheet {
    QString path;
    QString text; ///< blanks between words are one
    int copies = 0;

    bool says(const QStringList& words) const;
    /// What its QR codes say, read from its picture.
    QStringList codes() const;
    /// Its first page as a scanner would see it, at 150 dpi.
    QString picture() const;
};

/// Where a printer of trial::PrivateCups puts what it prints. Used by one thread.
class PrinterTray {
public:
    explicit PrinterTray(QString directory) : m_directory(std::move(directory)) {}

    /// In the order of printing.
    std::vector<Sheet> sheets();
    /// Those that say all of these words.
    std::vector<Sheet> sheets(const QStringList& words);
    /// The newest that says all of these words, waited for; an empty one when none comes.
    Sheet waitFor(const QStringList& words);

private:
    QString m_directory;
    QHash<QString, Sheet> m_read;
};

}
