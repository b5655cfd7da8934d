#include "app/counter/PartyValues.h"

#include "app/domain/OfficeName.h"
#include "app/domain/PersonName.h"
#include "app/domain/parties/PartyWords.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::counter {

using domain::Party;
using domain::SigningWay;

namespace {

QString day(QDate date) {
    return date.toString(QStringLiteral("dd/MM/yyyy"));
}

QString whoOf(const Party& party) {
    return party.sex == QStringLiteral("Nam")  ? QStringLiteral("Ông")
           : party.sex == QStringLiteral("Nữ") ? QStringLiteral("Bà")
                                               : QStringLiteral("Ông/Bà");
}

/// "sinh ngày 15/01/1990", "sinh tháng 05/1948", "sinh năm 1948"; empty when unknown.
QString bornWords(const Party& party) {
    const QString birth = party.birth();
    if (birth.isEmpty())
        return {};
    const qsizetype parts = birth.count(QLatin1Char('/'));
    return (parts == 2 ? QStringLiteral("sinh ngày ") : parts == 1 ? QStringLiteral("sinh tháng ") : QStringLiteral("sinh năm ")) + birth;
}

/// "đại diện cho Công ty TNHH Hải Sơn, chức vụ: Giám đốc, theo Giấy ủy quyền số 12 ngày 01/02/2026"
QString standsForWords(const Party& party) {
    if (party.standsFor.isEmpty())
        return {};
    QString words = QStringLiteral("đại diện cho ") + party.standsFor;
    if (!party.title.isEmpty())
        words += QStringLiteral(", chức vụ: ") + party.title;
    if (!party.ground.isEmpty())
        words += QStringLiteral(", theo ") + party.ground;
    return words;
}

QJsonObject valuesOf(const Party& party, const std::vector<domain::IdentityPaperKind>& papers) {
    QJsonObject values{{QStringLiteral("who"), whoOf(party)}, {QStringLiteral("name"), domain::wholeName(party.name)},
        {QStringLiteral("identity"), identityWords(party, papers)}, {QStringLiteral("fingerprint"), party.how == SigningWay::Fingerprint},
        {QStringLiteral("neither"), party.how == SigningWay::Neither}};
    const std::pair<const char*, QString> more[] = {{"born", bornWords(party)}, {"address", party.address}, {"standsFor", standsForWords(party)}};
    for (const auto& [name, words] : more)
        if (!words.isEmpty())
            values.insert(QLatin1String(name), words);
    return values;
}

/// " (trừ ông Nguyễn Văn An, không ký và không điểm chỉ được, …)"; empty where all did or nobody could.
QString exceptionsOf(const std::vector<const Party*>& people) {
    QStringList names;
    for (const Party* each : people)
        if (each->how == SigningWay::Neither)
            names << whoOf(*each).toLower() + QLatin1Char(' ') + domain::wholeName(each->name);
    const bool isSome = !names.isEmpty() && static_cast<size_t>(names.size()) < people.size();
    return isSome ? QStringLiteral(" (trừ %1, không ký và không điểm chỉ được, đã được nghe đọc lại và xác nhận nội dung)")
                        .arg(names.join(QStringLiteral(", ")))
                  : QString();
}

QString mannerOf(const std::vector<const Party*>& people) {
    const auto does = [&](SigningWay how) {
        return std::any_of(people.begin(), people.end(), [how](const Party* each) { return each->how == how; });
    };
    const QString sign = QStringLiteral("ký");
    const QString fingerprint = QStringLiteral("điểm chỉ");
    const QString how = !does(SigningWay::Fingerprint) ? sign : does(SigningWay::Signs) ? sign + QStringLiteral(", ") + fingerprint : fingerprint;
    return how + exceptionsOf(people);
}

bool startsWithHead(const QString& title) {
    return title.startsWith(QStringLiteral("Chủ tịch"), Qt::CaseInsensitive) || title.startsWith(QStringLiteral("Phó Chủ tịch"), Qt::CaseInsensitive);
}

}

QString identityWords(const Party& party, const std::vector<domain::IdentityPaperKind>& papers) {
    const domain::IdentityPaper& paper = party.paper;
    const bool isPaper = !paper.kind.isEmpty() && !paper.number.isEmpty();
    if (!isPaper && paper.number.isEmpty())
        return party.personalId.isEmpty() ? QStringLiteral("Giấy tờ tùy thân số …………………………")
                                          : QStringLiteral("số định danh cá nhân ") + party.personalId;
    QString words = (isPaper ? paper.kind : QStringLiteral("Giấy tờ tùy thân")) + QStringLiteral(" số ") + paper.number;
    const QString issuer = paper.issuer.isEmpty() ? domain::issuerOn(papers, paper.kind, paper.issued) : paper.issuer;
    if (!issuer.isEmpty())
        words += QStringLiteral(", do %1 cấp").arg(issuer);
    if (paper.issued.isValid())
        words += (issuer.isEmpty() ? QStringLiteral(", cấp ngày ") : QStringLiteral(" ngày ")) + day(paper.issued);
    return words;
}

QJsonObject partyValues(const domain::JobKind* job, const std::vector<domain::IdentityPaperKind>& papers, const std::vector<Party>& parties) {
    QJsonObject values;
    QJsonArray people;
    std::vector<const Party*> signing;
    for (const Party& party : parties) {
        const domain::PartyRole* role = job ? domain::roleOf(*job, party.role) : nullptr;
        if (job && !(role && role->signs))
            continue;
        people.append(valuesOf(party, papers));
        signing.push_back(&party);
    }
    values.insert(QStringLiteral("people"), people);
    values.insert(QStringLiteral("several"), signing.size() > 1);
    values.insert(QStringLiteral("noneSigns"),
        !signing.empty() && std::all_of(signing.begin(), signing.end(), [](const Party* each) { return each->how == SigningWay::Neither; }));
    values.insert(QStringLiteral("manner"), mannerOf(signing));
    for (const domain::PartyRole& role : job ? job->parties : std::vector<domain::PartyRole>()) {
        QJsonArray inRole;
        for (const Party& party : parties)
            if (party.role == role.role)
                inRole.append(valuesOf(party, papers));
        values.insert(QStringLiteral("party_") + role.role, inRole);
    }
    return values;
}

QString titleWithAgency(const QString& title, const QString& agency) {
    const QString words = title == title.toUpper() ? domain::officeNameInSentence(title) : title;
    if (agency.isEmpty() || words.contains(agency, Qt::CaseInsensitive))
        return words;
    return words + (startsWithHead(words) ? QStringLiteral(" ") : QStringLiteral(", ")) + agency;
}

}
