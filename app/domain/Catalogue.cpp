#include "app/domain/Catalogue.h"

#include "app/domain/Deadline.h"
#include "app/domain/PaperNeed.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::domain {

ProcedureLacks lacksOf(const Procedure& procedure) {
    const ProcedureVersion& version = procedure.version;
    const bool saysFee = !procedure.feeNote.isEmpty() && !isUnverified(procedure.feeNote);
    return {.time = !hasTime(version.timeValue, version.timeUnit),
        .fee = procedure.feeRule == FeeRule::None || (procedure.feeRule == FeeRule::SetByProvince && !saysFee),
        .papers = papersToHandIn(procedure).isEmpty() || arePapersIncomplete(procedure)};
}

bool isUnverified(const QString& words) {
    return words.trimmed().startsWith(QStringLiteral("chưa kiểm chứng"), Qt::CaseInsensitive);
}

QStringList papersToHandIn(const Procedure& procedure) {
    QStringList papers = procedure.papers;
    papers.removeIf([](const QString& name) { return needOf(name) == PaperNeed::NoPaper; });
    return papers;
}

QStringList notesOnPapers(const Procedure& procedure) {
    QStringList notes = procedure.papers;
    notes.removeIf([](const QString& name) { return needOf(name) != PaperNeed::NoPaper; });
    return notes;
}

bool arePapersIncomplete(const Procedure& procedure) {
    return procedure.papersIncomplete || std::any_of(procedure.papers.begin(), procedure.papers.end(), &isCutName);
}

void Catalogue::put(Procedure procedure) {
    const QString code = nationalCode(procedure.version.code);
    const auto known = m_byCode.constFind(code);
    const size_t row = known == m_byCode.constEnd() ? m_procedures.size() : static_cast<size_t>(*known);
    m_index.put(row, {procedure.version.code, procedure.version.name, procedure.version.field, procedure.active});
    if (row < m_procedures.size()) {
        m_procedures[row] = std::move(procedure);
        return;
    }
    m_byCode.insert(code, static_cast<int>(row));
    m_procedures.push_back(std::move(procedure));
}

const Procedure* Catalogue::find(const QString& code) const {
    const auto found = m_byCode.constFind(nationalCode(code));
    return found == m_byCode.constEnd() ? nullptr : &m_procedures[static_cast<size_t>(*found)];
}

std::vector<const Procedure*> Catalogue::search(const QString& text, int limit) const {
    std::vector<const Procedure*> found;
    for (const size_t row : m_index.find(text, static_cast<size_t>(qMax(limit, 0))))
        found.push_back(&m_procedures[row]);
    return found;
}

QJsonObject Catalogue::toJson() const {
    QJsonArray rows;
    for (const Procedure& procedure : m_procedures)
        rows.append(base::toJson(procedure));
    return {{QStringLiteral("version"), m_version}, {QStringLiteral("procedures"), rows}};
}

base::Outcome Catalogue::check(const QJsonObject& json) {
    const auto malformed = [](qsizetype line) {
        return base::fail(QStringLiteral("catalogue.malformed"), {{QStringLiteral("line"), QString::number(line)}});
    };
    const QJsonValue rows = json.value(QLatin1String("procedures"));
    if (json.value(QLatin1String("version")).toString().isEmpty() || !rows.isArray())
        return malformed(0);
    const QJsonArray array = rows.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonValue version = array[i][QLatin1String("version")];
        if (version[QLatin1String("code")].toString().isEmpty() || version[QLatin1String("name")].toString().isEmpty())
            return malformed(i + 1);
    }
    return base::done();
}

base::Result<Catalogue> Catalogue::fromJson(const QJsonObject& json) {
    if (const auto sound = check(json); !sound)
        return base::fail(sound.error());
    Catalogue catalogue;
    catalogue.m_version = json.value(QLatin1String("version")).toString();
    for (const QJsonValue& row : json.value(QLatin1String("procedures")).toArray())
        catalogue.put(base::fromJson<Procedure>(row.toObject()));
    return catalogue;
}

}
