#include "app/domain/Capitals.h"
#include "app/domain/Catalogue.h"
#include "app/domain/Csv.h"

#include <QSet>

#include <functional>
#include <optional>
#include <tuple>

namespace motcua::domain {

namespace {

template <class Value>
struct Named {
    const char* name;
    Value value;
};

constexpr Named<TimeUnit> units[] = {
    {"same_day_15h", TimeUnit::SameDay15h},
    {"working_day", TimeUnit::WorkingDay},
    {"day", TimeUnit::Day},
    {"other", TimeUnit::Other},
    {"hour", TimeUnit::Hour},
    {"month", TimeUnit::Month},
};

constexpr Named<FeeRule> feeRules[] = {
    {"free", FeeRule::Free},
    {"certified_copy", FeeRule::CertifiedCopy},
    {"per_case", FeeRule::PerCase},
    {"per_copy", FeeRule::PerCopy},
    {"set_by_province", FeeRule::SetByProvince},
};

template <class Value, size_t count>
std::optional<Value> valueOf(const Named<Value> (&table)[count], const QString& name) {
    for (const Named<Value>& row : table)
        if (name == QLatin1String(row.name))
            return row.value;
    return std::nullopt;
}

/// A whole number of `text` within 0 and `largest`.
std::optional<qint64> numberOf(const QString& text, qint64 largest) {
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && number >= 0 && number <= largest ? std::optional(number) : std::nullopt;
}

/// Reads cells by column name.
class Row {
public:
    Row(const QStringList& header, const QStringList& cells) : m_header(header), m_cells(cells) {}
    QString operator[](const char* column) const { return m_cells.value(m_header.indexOf(QLatin1String(column))).trimmed(); }
    /// Leaves `text` as it is where the cell is empty.
    void read(const char* column, QString& text) const {
        if (const QString cell = (*this)[column]; !cell.isEmpty())
            text = cell;
    }

private:
    const QStringList& m_header;
    const QStringList& m_cells;
};

constexpr QChar ellipsis(0x2026);

/// Papers are parted by semicolons; one in brackets belongs to its paper ("…(căn cước; hộ chiếu)…"), unless the source broke off there.
void readPapers(const QString& text, Procedure& procedure) {
    procedure.papers.clear();
    QString paper;
    int depth = 0;
    const auto close = [&] {
        if (paper = paper.trimmed(); !paper.isEmpty())
            procedure.papers << capitalised(paper);
        paper.clear();
        depth = 0;
    };
    for (const QChar c : text) {
        depth += c == QLatin1Char('(') ? 1 : c == QLatin1Char(')') ? -1 : 0;
        if (c == QLatin1Char(';') && (depth <= 0 || paper.endsWith(ellipsis)))
            close();
        else
            paper += c;
    }
    close();
    procedure.papersIncomplete = procedure.papers.removeAll(QString(ellipsis)) > 0;
}

/// Free where the catalogue says so in as many words, else the province's affair. An amount comes from the table of fees alone.
FeeRule feeRuleOf(const QString& note) {
    const bool isFree = note == QStringLiteral("0 đ") || note == QStringLiteral("Không") || note.startsWith(QStringLiteral("Không thu phí")) ||
                        note == QStringLiteral("Miễn lệ phí");
    return isFree ? FeeRule::Free : FeeRule::SetByProvince;
}

void readFee(const Row& row, Procedure& procedure) {
    const QString note = row["fee"];
    const bool isNew = procedure.feeRule == FeeRule::None;
    if (!isNew && (note.isEmpty() || note == procedure.feeNote))
        return;
    procedure.feeNote = note;
    procedure.feeRule = feeRuleOf(note);
    procedure.feeAmount = 0;
    procedure.feeBasis.clear();
}

/// False: not a time. One that changes takes its note along.
bool readTime(const Row& row, Procedure& procedure) {
    constexpr qint64 longest = 10'000; // EventChecks.cpp
    ProcedureVersion& version = procedure.version;
    const std::pair before{version.timeValue, version.timeUnit};
    const QString unit = row["time_unit"];
    const QString value = row["time_value"];
    const auto known = valueOf(units, unit);
    const auto number = numberOf(value, longest);
    if (isUnverified(value)) {
        version.timeValue = 0;
        version.timeUnit = TimeUnit::Other;
    } else if (!value.isEmpty()) {
        version.timeValue = static_cast<int>(number.value_or(0));
    }
    if (known)
        version.timeUnit = *known;
    if (before != std::pair{version.timeValue, version.timeUnit})
        procedure.timeNote.clear();
    row.read("time_note", procedure.timeNote);
    const bool isSound = (unit.isEmpty() || known) && (value.isEmpty() || number || isUnverified(value));
    return isSound && (version.timeValue == 0 || version.timeUnit != TimeUnit::Other);
}

/// False: neither in force nor repealed.
bool readStatus(const Row& row, Procedure& procedure) {
    const QString status = row["status"];
    if (status.isEmpty())
        return true;
    procedure.active = status == QLatin1String("active");
    return procedure.active || status.startsWith(QLatin1String("repealed"));
}

/// `procedure` is the known row of this code, or empty.
bool readProcedure(const Row& row, Procedure& procedure) {
    const bool isNew = procedure.version.code.isEmpty();
    ProcedureVersion& version = procedure.version;
    if (isNew)
        version.code = row["code"];
    row.read("name", version.name);
    row.read("field", version.field);
    row.read("legal_basis", version.legalBasis);
    row.read("result", version.result);
    row.read("authority", procedure.authority);
    row.read("confidence", procedure.confidence);
    readFee(row, procedure);
    if (const QString papers = row["required_documents"]; !papers.isEmpty())
        readPapers(isUnverified(papers) ? QString() : papers, procedure);
    return !version.code.isEmpty() && !version.name.isEmpty() && (!isNew || !row["time_unit"].isEmpty()) && readTime(row, procedure) &&
           readStatus(row, procedure);
}

bool readFeeRow(const Row& row, Procedure& procedure) {
    constexpr qint64 largest = 1'000'000'000;
    const auto rule = valueOf(feeRules, row["rule"]);
    const auto amount = row["amount"].isEmpty() ? 0 : numberOf(row["amount"], largest);
    if (!rule || !amount || row["basis"].isEmpty())
        return false;
    const bool needsAmount = *rule == FeeRule::PerCase || *rule == FeeRule::PerCopy;
    if (needsAmount != (*amount > 0))
        return false;
    procedure.feeRule = *rule;
    procedure.feeAmount = *amount;
    procedure.feeBasis = row["basis"];
    return true;
}

/// Gives each row of a table to `read`, which says whether it is sound.
base::Outcome readTable(const CsvTable& table, const char* column, const std::function<bool(const Row&)>& read) {
    const auto malformed = [&](const QString& line) {
        return base::fail(QStringLiteral("catalogue.malformed"), {{QStringLiteral("file"), table.file}, {QStringLiteral("line"), line}});
    };
    const auto records = parseCsv(table.content);
    if (!records)
        return malformed(records.error().detail.value(QStringLiteral("line")));
    if (records->empty() || !records->front().contains(QLatin1String(column)))
        return malformed(QStringLiteral("1"));
    const QStringList& header = records->front();
    for (size_t i = 1; i < records->size(); ++i) {
        const QStringList& cells = (*records)[i];
        if (cells.size() != header.size() || !read(Row(header, cells)))
            return malformed(QString::number(i + 1));
    }
    return base::done();
}

}

base::Result<Catalogue> Catalogue::fromCsv(const CatalogueTables& tables, const QString& version) {
    return Catalogue().completed(tables, version);
}

base::Result<Catalogue> Catalogue::completed(const CatalogueTables& tables, const QString& version) const {
    Catalogue catalogue;
    catalogue.m_version = version;
    for (Procedure procedure : m_procedures) {
        procedure.version.catalogue = version;
        catalogue.put(std::move(procedure));
    }
    QSet<QString> seen;
    const auto takeProcedure = [&](const Row& row) {
        const QString code = nationalCode(row["code"]);
        const Procedure* known = catalogue.find(code);
        Procedure procedure = known ? *known : Procedure();
        if (seen.contains(code) || !readProcedure(row, procedure))
            return false;
        seen.insert(code);
        procedure.version.catalogue = version;
        catalogue.put(std::move(procedure));
        return true;
    };
    for (const CsvTable& table : tables.procedures)
        if (const auto read = readTable(table, "code", takeProcedure); !read)
            return base::fail(read.error());
    const auto takeFee = [&](const Row& row) {
        const Procedure* known = catalogue.find(row["procedure"]);
        if (!known)
            return false;
        Procedure procedure = *known;
        if (!readFeeRow(row, procedure))
            return false;
        catalogue.put(std::move(procedure));
        return true;
    };
    if (tables.fees)
        if (const auto read = readTable(*tables.fees, "procedure", takeFee); !read)
            return base::fail(read.error());
    return catalogue;
}

}
