#include "app/domain/Capitals.h"
#include "app/domain/Catalogue.h"
#include "app/domain/Csv.h"

#include <optional>

namespace motcua::domain {

namespace {

struct CertainFee {
    const char* procedure;
    FeeRule rule;
    qint64 amount;
};

// Thông tư 226/2016/TT-BTC; certification.md §4. The extract copy's 8,000 đ stands in the catalogue row itself.
constexpr CertainFee certainFees[] = {
    {"2.000815", FeeRule::CertifiedCopy, 0},
    {"2.000942", FeeRule::CertifiedCopy, 0},
    {"2.000884", FeeRule::PerCase, 10'000},
    {"2.000992", FeeRule::PerCase, 10'000},
    {"2.001008", FeeRule::PerCase, 10'000},
    {"2.001009", FeeRule::PerCase, 50'000},
    {"2.001016", FeeRule::PerCase, 50'000},
    {"2.001019", FeeRule::PerCase, 50'000},
    {"2.001035", FeeRule::PerCase, 50'000},
    {"2.001406", FeeRule::PerCase, 50'000},
    {"2.000913", FeeRule::PerCase, 30'000},
    {"2.000927", FeeRule::PerCase, 25'000},
    {"2.000635", FeeRule::PerCopy, 8'000},
};

struct UnitName {
    const char* name;
    TimeUnit unit;
};

constexpr UnitName unitNames[] = {
    {"same_day_15h", TimeUnit::SameDay15h},
    {"working_day", TimeUnit::WorkingDay},
    {"day", TimeUnit::Day},
    {"other", TimeUnit::Other},
    {"hour", TimeUnit::Hour},
    {"month", TimeUnit::Month},
};

std::optional<TimeUnit> unitOf(const QString& name) {
    for (const UnitName& row : unitNames)
        if (name == QLatin1String(row.name))
            return row.unit;
    return std::nullopt;
}

/// Papers are parted by semicolons; one in brackets belongs to its paper ("…(căn cước; hộ chiếu)…").
QStringList papersOf(const QString& text) {
    QStringList papers;
    QString paper;
    int depth = 0;
    for (const QChar c : text) {
        depth += c == QLatin1Char('(') ? 1 : c == QLatin1Char(')') ? -1 : 0;
        if (c == QLatin1Char(';') && depth <= 0) {
            papers << capitalised(paper.trimmed());
            paper.clear();
        } else {
            paper += c;
        }
    }
    papers << capitalised(paper.trimmed());
    papers.removeAll(QString());
    return papers;
}

/// Reads cells by column name.
class Row {
public:
    Row(const QStringList& header, const QStringList& cells) : m_header(header), m_cells(cells) {}
    QString operator[](const char* column) const { return m_cells.value(m_header.indexOf(QLatin1String(column))).trimmed(); }

private:
    const QStringList& m_header;
    const QStringList& m_cells;
};

std::optional<Procedure> procedureFrom(const Row& row, const QString& catalogue) {
    const std::optional<TimeUnit> unit = unitOf(row["time_unit"]);
    const QString time = row["time_value"];
    bool timeIsNumber = true;
    const int timeValue = time.isEmpty() ? 0 : time.toInt(&timeIsNumber);
    if (!unit || !timeIsNumber || timeValue < 0 || row["code"].isEmpty() || row["name"].isEmpty())
        return std::nullopt;
    Procedure procedure;
    procedure.version = {row["code"], catalogue, row["name"], row["field"], timeValue, *unit, row["legal_basis"], row["result"]};
    procedure.authority = row["authority"];
    procedure.timeNote = row["time_note"];
    procedure.feeNote = row["fee"];
    std::tie(procedure.feeRule, procedure.feeAmount) = feeRuleOf(procedure.version.code, procedure.feeNote);
    procedure.papers = papersOf(row["required_documents"]);
    procedure.active = row["status"] == QLatin1String("active");
    procedure.confidence = row["confidence"];
    return procedure;
}

}

std::pair<FeeRule, qint64> feeRuleOf(const QString& procedureCode, const QString& note) {
    for (const CertainFee& fee : certainFees)
        if (procedureCode == QLatin1String(fee.procedure))
            return {fee.rule, fee.amount};
    if (note == QStringLiteral("0 đ") || note == QStringLiteral("Không") || note.startsWith(QStringLiteral("Không thu phí")) ||
        note == QStringLiteral("Miễn lệ phí"))
        return {FeeRule::Free, 0};
    return {FeeRule::SetByProvince, 0};
}

base::Result<Catalogue> Catalogue::fromCsv(const QByteArray& csv, const QString& version) {
    const QString code = QStringLiteral("catalogue.malformed");
    const auto records = parseCsv(csv);
    if (!records)
        return base::fail(code, records.error().detail);
    if (records->empty() || !records->front().contains(QLatin1String("code")) || version.isEmpty())
        return base::fail(code, {{QStringLiteral("line"), QStringLiteral("1")}});
    const QStringList& header = records->front();
    Catalogue catalogue;
    catalogue.m_version = version;
    for (size_t i = 1; i < records->size(); ++i) {
        const auto& cells = (*records)[i];
        auto procedure = cells.size() == header.size() ? procedureFrom(Row(header, cells), version) : std::nullopt;
        if (!procedure || catalogue.find(procedure->version.code))
            return base::fail(code, {{QStringLiteral("line"), QString::number(i + 1)}});
        catalogue.put(std::move(*procedure));
    }
    return catalogue;
}

}
