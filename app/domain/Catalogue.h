#pragma once

#include "app/base/Result.h"
#include "app/domain/CatalogueIndex.h"
#include "app/domain/Dossier.h"

#include <QHash>

#include <optional>
#include <vector>

namespace motcua::domain {

/// How a procedure's fee is worked out. Amounts only where fees.csv has them with their ground; everything else is typed by the
/// clerk or set by the province.
enum class FeeRule { None = 0, Free = 1, CertifiedCopy = 2, PerCase = 3, PerCopy = 4, SetByProvince = 5 };

/// One row of the province's catalogue of procedures.
struct Procedure {
    ProcedureVersion version;
    QString authority;
    QString timeNote;
    QString feeNote; ///< the catalogue's own words
    FeeRule feeRule = FeeRule::None;
    qint64 feeAmount = 0;          ///< đồng, for PerCase and PerCopy
    QString feeBasis;              ///< the text that sets the amount; empty where the clerk types it
    QStringList papers;            ///< thành phần hồ sơ
    bool papersIncomplete = false; ///< the source breaks off: there are more papers than these
    bool active = true;
    QString confidence; ///< "high", "medium", "low"
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("version", self.version);
        field("authority", self.authority);
        field("timeNote", self.timeNote);
        field("feeNote", self.feeNote);
        field("feeRule", self.feeRule);
        field("feeAmount", self.feeAmount);
        field("feeBasis", self.feeBasis);
        field("papers", self.papers);
        field("papersIncomplete", self.papersIncomplete);
        field("active", self.active);
        field("confidence", self.confidence);
    }
};

/// What a row of the catalogue does not say, so that screens write "chưa kiểm chứng" there and the clerk supplies it.
struct ProcedureLacks {
    bool time = false;   ///< no time to count a due moment by
    bool fee = false;    ///< nobody has said whether there is one
    bool papers = false; ///< none are named, or not all
    friend bool operator==(const ProcedureLacks&, const ProcedureLacks&) = default;
};
ProcedureLacks lacksOf(const Procedure& procedure);
/// Whether the catalogue's own words are that nobody has verified it: "chưa kiểm chứng" and what follows.
bool isUnverified(const QString& words);
/// What of the catalogue's list somebody can hand in, and what of it is only a note to the clerk (PaperNeed.h).
QStringList papersToHandIn(const Procedure& procedure);
QStringList notesOnPapers(const Procedure& procedure);
/// Whether the source breaks off, between two papers or within the name of one.
bool arePapersIncomplete(const Procedure& procedure);

/// A CSV file (RFC 4180, header row) and its name, for errors.
struct CsvTable {
    QString file;
    QByteArray content;
};

/// What the province writes its catalogue in. Columns of a table of procedures: code, name, field, authority, time_value, time_unit,
/// time_note, fee, required_documents, result, legal_basis, status, confidence; of the fees: procedure, rule, amount, basis.
struct CatalogueTables {
    std::vector<CsvTable> procedures;
    std::optional<CsvTable> fees;
};

/// The catalogue a station works with; published by the province, versioned by row.
class Catalogue {
public:
    /// The whole of it. Errors: "catalogue.malformed" with file and line.
    static base::Result<Catalogue> fromCsv(const CatalogueTables& tables, const QString& version);
    /// This catalogue with the rows of `tables` mended or added, every row of `version`. Of a known row, a column that is absent or
    /// empty leaves what there is, and "chưa kiểm chứng" as the time, fee or papers takes it away. Errors: as fromCsv().
    base::Result<Catalogue> completed(const CatalogueTables& tables, const QString& version) const;
    /// The feed's form: {"version": "2026-11-01", "procedures": […]}. Errors: "catalogue.malformed" with line, the row's index.
    static base::Result<Catalogue> fromJson(const QJsonObject& json);
    /// Whether fromJson() would take it, without making it.
    static base::Outcome check(const QJsonObject& json);
    QJsonObject toJson() const;

    const QString& version() const { return m_version; }
    void put(Procedure procedure);
    const std::vector<Procedure>& procedures() const { return m_procedures; }
    /// Null when there is none. Accepts the national code with or without a suffix ("2.000815.000.00.00.H55").
    const Procedure* find(const QString& code) const;
    /// By folded words of name and field, or by code with or without a suffix; best first; active ones only.
    std::vector<const Procedure*> search(const QString& text, int limit) const;

private:
    QString m_version;
    std::vector<Procedure> m_procedures;
    CatalogueIndex m_index; ///< the same rows
    QHash<QString, int> m_byCode;
};

}
