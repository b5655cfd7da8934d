#include "app/paper/LongDocument.h"

#include "app/paper/SheetLayout.h"

#include <algorithm>
#include <cmath>

namespace motcua::paper {

namespace {

constexpr size_t longList = 120; ///< rows; a shorter one is laid out with its form
constexpr size_t rowsOfPart = 200;

QString endOfTable() {
    return QStringLiteral("</table>");
}

}

LongDocument::LongDocument(const QString& html, const forms::PageSetup& page, qreal screenDpi, QPaintDevice* device)
    : m_page(page), m_screenDpi(screenDpi), m_device(device), m_size(PaperDocument::sheetOn(page, device)) {
    const auto list = ListText::in(html);
    if (!list || list->rows.size() < longList) {
        addWhole(html);
        return;
    }
    layOut(*list);
    const std::vector<size_t> begins = breaks(*list);
    const size_t count = list->rows.size();
    if (begins.size() == 1) {
        addWhole(html);
        return;
    }
    addWhole(list->before + list->head + list->rowsOf(0, begins[1]) + endOfTable());
    for (size_t sheet = 1; sheet + 1 < begins.size(); ++sheet)
        addRows(*list, begins[sheet], begins[sheet + 1]);
    addWhole(list->styles() + list->headAgain() + list->rowsOf(begins.back(), count) + list->after);
}

PaperDocument& LongDocument::add() {
    m_documents.push_back(std::make_unique<PaperDocument>(m_screenDpi));
    return *m_documents.back();
}

/// Sheets of a document of its own.
void LongDocument::addWhole(const QString& html) {
    PaperDocument& document = add();
    document.compose(html, m_page, m_device);
    for (int sheet = 0; sheet < document.pageCount(); ++sheet)
        m_sheets.push_back({{&document, sheet * m_size.height(), (sheet + 1) * m_size.height(), 0, 0}});
}

void LongDocument::layOut(const ListText& list) {
    const QString begin = list.styles() + list.headAgain();
    for (size_t row = 0; row < list.rows.size(); row += rowsOfPart) {
        PaperDocument& document = add();
        document.composeEndless(begin + list.rowsOf(row, std::min(row + rowsOfPart, list.rows.size())) + endOfTable(), m_page, m_device);
        m_parts.push_back({&document, row, document.listEdges()});
    }
}

/// Where the first row begins on the first sheet that has rows.
qreal LongDocument::firstRow(const ListText& list) const {
    PaperDocument front(m_screenDpi);
    front.compose(list.before + list.head + endOfTable(), m_page, m_device);
    return std::fmod(front.listEdges().rows.back(), m_size.height());
}

/// The first row of each sheet.
std::vector<size_t> LongDocument::breaks(const ListText& list) const {
    const qreal perMm = PaperDocument::perMm(m_device);
    const qreal bottom = PaperDocument::lastRowEnds(m_page, m_device);
    std::vector<size_t> begins{0};
    qreal y = firstRow(list);
    for (size_t row = 0; row < list.rows.size(); ++row) {
        const Part& part = partOf(row);
        const qreal height = part.height(row);
        if (y + height > bottom && row > begins.back()) {
            begins.push_back(row);
            y = m_page.margins.top() * perMm + part.head();
        }
        y += height;
    }
    return begins;
}

const LongDocument::Part& LongDocument::partOf(size_t row) const {
    return m_parts[row / rowsOfPart];
}

/// A sheet of rows alone, with their head. Those that were laid out apart are laid out together: columns may be wider here than there.
void LongDocument::addRows(const ListText& list, size_t first, size_t last) {
    const Part& part = partOf(first);
    if (last > part.last()) {
        addWhole(list.styles() + list.headAgain() + list.rowsOf(first, last) + endOfTable());
        return;
    }
    const qreal top = m_page.margins.top() * PaperDocument::perMm(m_device);
    const auto edge = [&](size_t row) { return part.edges.rows[row - part.first]; };
    const qreal border = part.edges.border;
    m_sheets.push_back(
        {{part.document, part.edges.top, edge(part.first), top, border}, {part.document, edge(first), edge(last), top + part.head(), border}});
}

std::optional<base::Error> LongDocument::fault() const {
    for (const auto& document : m_documents)
        if (document->fault())
            return document->fault();
    return std::nullopt;
}

}
