#pragma once

#include "app/base/Result.h"
#include "app/domain/Dossier.h"

#include <QHash>

#include <vector>

namespace motcua::domain {

/// How a procedure's fee is worked out where its kind of job leaves that to the catalogue. Amounts only where the sources are certain ([H]);
/// everything else is typed by the clerk or set by the province.
enum class FeeRule { None = 0, Free = 1, CertifiedCopy = 2, PerCase = 3, PerCopy = 4, SetByProvince = 5 };

/// One row of the province's catalogue of procedures.
struct Procedure {
    ProcedureVersion version;
    QString authority;
    QString timeNote;
    QString feeNote; ///< the catalogue's own words
    FeeRule feeRule = FeeRule::None;
    qint64 feeAmount = 0; ///< đồng, for PerCase and PerCopy
    QStringList papers;   ///< thành phần hồ sơ
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
        field("papers", self.papers);
        field("active", self.active);
        field("confidence", self.confidence);
    }
};

/// The catalogue a station works with; published by the province, versioned by row.
class Catalogue {
public:
    /// Parses domain/procedures.csv (RFC 4180, header row). Errors: "catalogue.malformed" with line.
    static base::Result<Catalogue> fromCsv(const QByteArray& csv, const QString& version);
    /// The feed's form: {"version": "2026-11-01", "procedures": […]}. Errors: "catalogue.malformed" with line, the row's index.
    static base::Result<Catalogue> fromJson(const QJsonObject& json);
    QJsonObject toJson() const;

    const QString& version() const { return m_version; }
    void put(Procedure procedure);
    const std::vector<Procedure>& procedures() const { return m_procedures; }
    /// Null when there is none. Accepts the national code with or without a suffix ("2.000815.000.00.00.H55").
    const Procedure* find(const QString& code) const;
    /// By folded words of name and field, or by code; best first; active ones only.
    std::vector<const Procedure*> search(const QString& text, int limit) const;

private:
    QString m_version;
    std::vector<Procedure> m_procedures;
    std::vector<QString> m_keys; ///< folded name and field of each, for search
    QHash<QString, int> m_byCode;
};

/// "2.000815.000.00.00.H55" → "2.000815": the national code is what stands before any suffix (one-stop.md §11).
QString nationalCode(const QString& code);

/// The fee rule of a certification procedure as the sources are certain of it (Thông tư 226/2016/TT-BTC; certification.md §4),
/// else Free where the catalogue says so in as many words, else SetByProvince. `note` is the catalogue's own text.
std::pair<FeeRule, qint64> feeRuleOf(const QString& procedureCode, const QString& note);

}
