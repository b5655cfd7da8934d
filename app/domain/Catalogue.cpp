#include "app/domain/Catalogue.h"

#include "app/domain/Fold.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace motcua::domain {

namespace {

QString searchText(const Procedure& procedure) {
    return searchKey(procedure.version.name + QLatin1Char(' ') + procedure.version.field);
}

/// Half of the catalogue's names begin with "Thủ tục", which says nothing.
QStringView withoutPreamble(const QString& key) {
    static const QString preamble = QStringLiteral("thu tuc ");
    return QStringView(key).mid(key.startsWith(preamble) ? preamble.size() : 0);
}

/// 0: no match. Higher is better: code, start of name, whole words, then anywhere. All words must be found.
int score(const QString& key, const QString& code, const QString& text, const QStringList& words) {
    if (!text.isEmpty() && code.startsWith(text))
        return 1000 - static_cast<int>(code.size());
    const QString padded = QLatin1Char(' ') + key;
    const QString whole = QLatin1Char(' ') + words.join(QLatin1Char(' '));
    const bool begins = padded.startsWith(whole) || withoutPreamble(key).startsWith(QStringView(whole).mid(1));
    int points = begins ? 300 : padded.contains(whole) ? 200 : 100;
    for (const QString& word : words) {
        if (padded.contains(QLatin1Char(' ') + word))
            points += 5;
        else if (!padded.contains(word))
            return 0;
    }
    return points;
}

}

QString nationalCode(const QString& code) {
    return code.trimmed().section(QLatin1Char('.'), 0, 1);
}

void Catalogue::put(Procedure procedure) {
    const QString code = nationalCode(procedure.version.code);
    const QString key = searchText(procedure);
    const auto known = m_byCode.constFind(code);
    if (known != m_byCode.constEnd()) {
        m_procedures[static_cast<size_t>(*known)] = std::move(procedure);
        m_keys[static_cast<size_t>(*known)] = key;
        return;
    }
    m_byCode.insert(code, static_cast<int>(m_procedures.size()));
    m_procedures.push_back(std::move(procedure));
    m_keys.push_back(key);
}

const Procedure* Catalogue::find(const QString& code) const {
    const auto found = m_byCode.constFind(nationalCode(code));
    return found == m_byCode.constEnd() ? nullptr : &m_procedures[static_cast<size_t>(*found)];
}

std::vector<const Procedure*> Catalogue::search(const QString& text, int limit) const {
    const QString typed = text.trimmed();
    const QStringList words = searchKey(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty() || limit <= 0)
        return {};
    struct Hit {
        int points;
        qsizetype length; // of two that fit alike the plain one first: "khai sinh" before "khai sinh lưu động"
        const Procedure* procedure;
    };
    std::vector<Hit> hits;
    for (size_t i = 0; i < m_procedures.size(); ++i) {
        const Procedure& procedure = m_procedures[i];
        const int points = procedure.active ? score(m_keys[i], procedure.version.code, typed, words) : 0;
        if (points > 0)
            hits.push_back({points, withoutPreamble(m_keys[i]).size(), &procedure});
    }
    std::stable_sort(
        hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return std::tie(b.points, a.length) < std::tie(a.points, b.length); });
    std::vector<const Procedure*> result;
    for (size_t i = 0; i < hits.size() && i < static_cast<size_t>(limit); ++i)
        result.push_back(hits[i].procedure);
    return result;
}

QJsonObject Catalogue::toJson() const {
    QJsonArray rows;
    for (const Procedure& procedure : m_procedures)
        rows.append(base::toJson(procedure));
    return {{QStringLiteral("version"), m_version}, {QStringLiteral("procedures"), rows}};
}

base::Result<Catalogue> Catalogue::fromJson(const QJsonObject& json) {
    Catalogue catalogue;
    catalogue.m_version = json.value(QLatin1String("version")).toString();
    const QJsonValue rows = json.value(QLatin1String("procedures"));
    if (catalogue.m_version.isEmpty() || !rows.isArray())
        return base::fail(QStringLiteral("catalogue.malformed"), {{QStringLiteral("line"), QStringLiteral("0")}});
    const QJsonArray array = rows.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto procedure = base::fromJson<Procedure>(array[i].toObject());
        if (procedure.version.code.isEmpty() || procedure.version.name.isEmpty())
            return base::fail(QStringLiteral("catalogue.malformed"), {{QStringLiteral("line"), QString::number(i + 1)}});
        catalogue.put(std::move(procedure));
    }
    return catalogue;
}

}
