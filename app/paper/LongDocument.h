#pragma once

#include "app/paper/ListText.h"
#include "app/paper/PaperDocument.h"

#include <memory>
#include <vector>

namespace motcua::paper {

/// What stands on a sheet: stripes of documents, one below the other.
struct Stripe {
    const PaperDocument* document = nullptr;
    qreal from = 0; ///< in the document, device pixels
    qreal to = 0;
    qreal at = 0;     ///< where it begins on the sheet
    qreal border = 0; ///< half of the lines at its edges, which belong to it
};
using Sheet = std::vector<Stripe>;

/// A form laid out sheet by sheet. Where its list is long, a year's book, each row is laid out once, among some others: one document of all of them
/// would be laid out anew for each question about it. What stands before and after the list, and the rows beside it, are documents as they are in a
/// short form. Owned by one rendering; one thread.
class LongDocument {
public:
    LongDocument(const QString& html, const forms::PageSetup& page, qreal screenDpi, QPaintDevice* device);

    const std::vector<Sheet>& sheets() const { return m_sheets; }
    QSizeF sheetSize() const { return m_size; }
    QFont font() const { return m_documents.front()->defaultFont(); }
    /// What went wrong while a picture was made, if anything did.
    std::optional<base::Error> fault() const;

private:
    /// Rows that were laid out together, on a sheet that has no end.
    struct Part {
        const PaperDocument* document = nullptr;
        size_t first = 0;
        ListEdges edges;
        size_t last() const { return first + edges.rows.size() - 1; }
        qreal height(size_t row) const { return edges.rows[row - first + 1] - edges.rows[row - first]; }
        qreal head() const { return edges.rows.front() - edges.top; }
    };

    PaperDocument& add();
    void addWhole(const QString& html);
    void layOut(const ListText& list);
    std::vector<size_t> breaks(const ListText& list) const;
    qreal firstRow(const ListText& list) const;
    const Part& partOf(size_t row) const;
    void addRows(const ListText& list, size_t first, size_t last);

    forms::PageSetup m_page;
    qreal m_screenDpi;
    QPaintDevice* m_device;
    QSizeF m_size; ///< device pixels
    std::vector<std::unique_ptr<PaperDocument>> m_documents;
    std::vector<Part> m_parts;
    std::vector<Sheet> m_sheets;
};

}
