#include "app/forms/MarkupCheck.h"

#include "app/forms/MarkupAttributes.h"
#include "app/forms/MarkupReader.h"
#include "app/forms/MarkupReasons.h"
#include "app/forms/MarkupTags.h"
#include "app/forms/PageSetup.h"
#include "app/forms/StyleCheck.h"
#include "app/forms/Template.h"

#include <algorithm>
#include <vector>

namespace motcua::forms {

namespace {

using Kind = MarkupPiece::Kind;

constexpr int mostTables = 2; // in one another: each one doubles the time that laying out takes
constexpr int mostTags = 12;  // in one another, besides the parts of tables
constexpr int mostColumns = 100;

class MarkupCheck {
public:
    explicit MarkupCheck(const PageSetup& page) : m_room(page), m_style(m_room) {}

    std::optional<TemplateFault> of(const QString& text) {
        MarkupReader reader(text);
        while (const auto piece = reader.next())
            if (auto fault = of(*piece))
                return fault;
        if (reader.fault())
            return reader.fault();
        return m_open.empty() ? std::nullopt : std::optional(fault(m_open.back().line, reasons::notClosed, m_open.back().name));
    }

private:
    struct Open {
        QString name;
        int line = 0;
        qreal taken = 0;       ///< of the sheet's width, mm
        qreal cellPadding = 0; ///< of a table, at one side of a cell, mm
        int cells = 0;         ///< of a row, until now
        int columns = 0;
        struct Span {
            int rows = 0;
            int columns = 0;
        };
        std::vector<Span> spans = {}; ///< of a table: what its cells take of the rows that follow
    };
    struct Branch {
        std::vector<Open> before;
        std::optional<std::vector<Open>> first = {}; ///< what {{#if}} left open, after {{else}}
    };

    static TemplateFault fault(int line, const char* reason, const QString& tag) { return {line, {}, reason, QStringLiteral("<%1>").arg(tag)}; }

    std::optional<TemplateFault> of(const MarkupPiece& piece) {
        switch (piece.kind) {
        case Kind::Text:
            return ofText(piece);
        case Kind::Begin:
            return ofBegin(piece);
        case Kind::End:
            return ofEnd(piece);
        case Kind::Block:
            return ofBlock(piece);
        }
        return std::nullopt;
    }

    QString parent() const { return m_open.empty() ? QString() : m_open.back().name; }

    std::optional<TemplateFault> ofText(const MarkupPiece& piece) {
        if (parent() == QLatin1String("style"))
            return m_style.ofSheet(piece.text, piece.line);
        if (!isWordless(parent()) || piece.text.trimmed().isEmpty())
            return std::nullopt;
        return fault(piece.line, reasons::betweenCells, parent());
    }

    std::optional<TemplateFault> ofBegin(const MarkupPiece& piece) {
        if (!isTag(piece.text))
            return fault(piece.line, reasons::noSuchTag, piece.text);
        if (!mayStandIn(piece.text, parent()) || (piece.text == QLatin1String("p") && depthOf("p") > 0))
            return fault(piece.line, reasons::misplaced, piece.text);
        Open open{piece.text, piece.line};
        if (piece.text == QLatin1String("tr"))
            open.columns = columnsTaken();
        if (auto wrong = ofAttributes(piece, open))
            return wrong;
        if (auto wrong = ofRoom(open))
            return wrong;
        if (isVoidTag(piece.text) || piece.isClosed)
            return std::nullopt;
        m_open.push_back(open);
        if (depthOf("table") > mostTables)
            return fault(piece.line, reasons::tablesTooDeep, piece.text);
        const auto others = std::count_if(m_open.begin(), m_open.end(), [](const Open& each) { return !isPartOfTable(each.name); });
        return others > mostTags ? std::optional(fault(piece.line, reasons::tagsTooDeep, piece.text)) : std::nullopt;
    }

    std::optional<TemplateFault> ofAttributes(const MarkupPiece& piece, Open& open) {
        QString classes;
        qreal byStyle = 0;
        Open::Span span{1, 1};
        for (const auto& attribute : piece.attributes) {
            const QString place = piece.text + QLatin1Char(' ') + attribute.name;
            if (const char* reason = attributeFault(attribute, m_room))
                return fault(attribute.line, reason, place);
            const qreal mm = Size{attribute.value.toDouble(), {}}.mm();
            if (attribute.name == QLatin1String("style")) {
                if (auto wrong = m_style.ofAttribute(attribute.value, attribute.line))
                    return TemplateFault{wrong->line, {}, wrong->reason, QStringLiteral("<%1> %2").arg(place, wrong->tag).trimmed()};
                byStyle = m_style.taken();
            } else if (attribute.name == QLatin1String("class")) {
                classes = attribute.value;
            } else if (attribute.name == QLatin1String("cellpadding")) {
                open.cellPadding = mm;
            } else if (isAny(attribute.name, "cellspacing border") && piece.text == QLatin1String("table")) {
                open.taken += 2 * mm;
            } else if (attribute.name == QLatin1String("colspan")) {
                span.columns = attribute.value.toInt();
            } else if (attribute.name == QLatin1String("rowspan")) {
                span.rows = attribute.value.toInt();
            }
        }
        open.taken += std::max(byStyle, m_style.takenByRules(piece.text, classes));
        if (isAny(piece.text, "td th"))
            return ofCell(piece, span);
        const bool hasSource =
            std::any_of(piece.attributes.begin(), piece.attributes.end(), [](const auto& each) { return each.name == QLatin1String("src"); });
        return piece.text == QLatin1String("img") && !hasSource ? std::optional(fault(piece.line, reasons::pictureWithoutSource, piece.text))
                                                                : std::nullopt;
    }

    /// All cells of a row until this one need their room.
    std::optional<TemplateFault> ofCell(const MarkupPiece& cell, const Open::Span& span) {
        Open& row = m_open.back();
        row.columns += span.columns;
        if (row.columns > mostColumns)
            return fault(cell.line, reasons::tooManyColumns, cell.text);
        Open& table = lastTable();
        row.taken = 2 * table.cellPadding * ++row.cells;
        if (span.rows > 1)
            table.spans.push_back({span.rows - 1, span.columns});
        return std::nullopt;
    }

    /// How many columns of the row that begins are taken by cells above it.
    int columnsTaken() {
        int columns = 0;
        for (Open::Span& span : lastTable().spans)
            columns += span.rows-- > 0 ? span.columns : 0;
        std::erase_if(lastTable().spans, [](const Open::Span& span) { return span.rows <= 0; });
        return columns;
    }

    /// A cell and a row stand in one.
    Open& lastTable() {
        return *std::find_if(m_open.rbegin(), m_open.rend(), [](const Open& each) { return each.name == QLatin1String("table"); });
    }

    std::optional<TemplateFault> ofRoom(const Open& last) const {
        qreal taken = last.taken;
        for (const Open& open : m_open)
            taken += open.taken;
        return taken < m_room.width() ? std::nullopt : std::optional(fault(last.line, reasons::noRoom, last.name));
    }

    std::optional<TemplateFault> ofEnd(const MarkupPiece& piece) {
        if (parent() != piece.text)
            return fault(piece.line, reasons::notOpen, QLatin1Char('/') + piece.text);
        m_open.pop_back();
        return std::nullopt;
    }

    /// What a block leaves open must not hang on whether it is printed, and how often.
    std::optional<TemplateFault> ofBlock(const MarkupPiece& piece) {
        if (piece.text.startsWith(QLatin1Char('#'))) {
            m_branches.push_back({m_open});
            return std::nullopt;
        }
        if (m_branches.empty()) // told of by Template::parse()
            return TemplateFault{piece.line, {}, reasons::acrossBlock};
        Branch& branch = m_branches.back();
        if (piece.text == QLatin1String("else")) {
            branch.first = m_open;
            m_open = branch.before;
            return std::nullopt;
        }
        const std::vector<Open> other = branch.first ? *branch.first : branch.before;
        m_branches.pop_back();
        if (!hasSameTags(other, m_open))
            return TemplateFault{piece.line, {}, reasons::acrossBlock};
        for (size_t i = 0; i < other.size(); ++i)
            m_open[i].taken = std::max(m_open[i].taken, other[i].taken);
        return std::nullopt;
    }

    static bool hasSameTags(const std::vector<Open>& one, const std::vector<Open>& other) {
        return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const Open& a, const Open& b) { return a.name == b.name; });
    }

    int depthOf(const char* name) const {
        return static_cast<int>(std::count_if(m_open.begin(), m_open.end(), [&](const Open& each) { return each.name == QLatin1String(name); }));
    }

    SheetRoom m_room;
    StyleCheck m_style;
    std::vector<Open> m_open;
    std::vector<Branch> m_branches;
};

}

std::optional<TemplateFault> markupFault(const QString& source) {
    const QString text = Template::withoutComments(source);
    const auto page = PageSetup::read(text);
    return page ? MarkupCheck(*page).of(text) : std::nullopt; // told of by Template::parse()
}

}
