#pragma once

#include <QStringList>

#include <vector>

namespace motcua::domain {

/// "2.000815.000.00.00.H55" → "2.000815": the national code is what stands before any suffix (one-stop.md §11).
QString nationalCode(const QString& code);

/// Finds the rows of a catalogue by what a clerk types: folded words of name and field, or a code. Names are folded once, when a row
/// is put; a search reads them all. Owned by Catalogue.
class CatalogueIndex {
public:
    struct Row {
        QString code;
        QString name;
        QString field;
        bool active = true;
    };
    /// `row` is one that is there, or the next.
    void put(size_t row, const Row& content);
    /// The active rows that fit, best first: by code; by a phrase of the name, the plain procedure before its variants; by a phrase
    /// of the field; by single words. All words must be found, each as the beginning of a word.
    std::vector<size_t> find(const QString& text, size_t limit) const;

private:
    struct Entry {
        QString code;
        QString national;            ///< the code without a suffix
        QString words;               ///< " thu tuc dang ki khai sinh ho tich": name and field, each word after one blank
        std::vector<qsizetype> ends; ///< offsets in `words` where what was named is complete, ascending
        qsizetype nameEnd = 0;
        qsizetype subject = 0; ///< offset of what follows the opening act, as " khai sinh"
        QString act;           ///< "dang ki"; empty: none of the known ones
        bool active = true;
    };
    struct Query;
    struct Hit;
    static bool fits(const Entry& entry, const Query& query, Hit& hit);

    std::vector<Entry> m_entries;
};

}
