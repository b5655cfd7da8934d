#include "app/counter/RosterDesk.h"

#include "app/counter/CommandRunner.h"
#include "app/counter/PageKeeper.h"
#include "app/domain/Fold.h"
#include "app/domain/PersonalId.h"

#include <algorithm>

namespace motcua::counter {

namespace {

bool hasAllWords(const domain::ListedPerson& person, const QString& text) {
    const QString all = domain::searchKey(
        QStringList{person.name, person.number, person.body, person.title, person.relation, person.languages.join(QLatin1Char(' '))}.join(
            QLatin1Char(' ')));
    const QStringList words = domain::searchKey(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return all.contains(word); });
}

}

RosterDesk::RosterDesk(const Ports& ports, const Desk& desk, CommandRunner& runner, Scanning& scanning)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_scanning(scanning) {
    dropPages();
}

std::vector<OwnAuthority> RosterDesk::authorities() const {
    std::vector<OwnAuthority> all;
    const QDate today = m_desk.today();
    for (const domain::SigningAuthority& each : m_desk.account().authorities) {
        const bool inForce = each.isInForce(today);
        all.push_back({each, inForce, inForce && each.until.isValid() ? static_cast<int>(today.daysTo(each.until)) + 1 : -1});
    }
    return all;
}

std::vector<domain::ListedLine> RosterDesk::lines(domain::PersonList list, const QString& text) const {
    std::vector<domain::ListedLine> lines = m_ports.archive.personLists().of(list);
    const domain::UserId seated = m_desk.account().id;
    std::erase_if(lines, [&](const domain::ListedLine& line) {
        return (list == domain::PersonList::Relative && line.by != seated) || !hasAllWords(line.person, text);
    });
    std::stable_sort(lines.begin(), lines.end(), [](const domain::ListedLine& one, const domain::ListedLine& other) {
        return one.stands() != other.stands() ? one.stands() : domain::searchKey(one.person.name) < domain::searchKey(other.person.name);
    });
    return lines;
}

bool RosterDesk::mayWrite(domain::PersonList list) const {
    return m_desk.isOccupied() && (list == domain::PersonList::Relative || m_desk.may(domain::Role::Supervisor));
}

base::Outcome RosterDesk::add(domain::ListedPerson person) {
    person.id = domain::ListedId::make(m_desk.now().toMSecsSinceEpoch());
    const auto isDigit = [](QChar sign) { return sign >= u'0' && sign <= u'9'; };
    const bool isNumber = person.number.size() == domain::personalIdDigits && std::all_of(person.number.begin(), person.number.end(), isDigit);
    if (person.list == domain::PersonList::Relative && !isNumber)
        return base::fail(QStringLiteral("list.no-number"));
    person.pages = person.list == domain::PersonList::Relative ? std::vector<domain::Page>() : m_pages;
    if (person.list == domain::PersonList::Specimen && person.pages.empty())
        return base::fail(QStringLiteral("list.no-pages"));
    const auto written = m_runner.list({std::move(person), {}});
    if (!written)
        return written;
    dropPages();
    emit changed();
    return base::done();
}

base::Outcome RosterDesk::strikeOut(const domain::ListedPerson& person, const QString& reason) {
    domain::PersonListed said;
    said.person.id = person.id;
    said.person.list = person.list;
    said.removed = reason.trimmed();
    if (said.removed.isEmpty())
        return base::fail(QStringLiteral("dossier.no-reason"));
    const auto written = m_runner.list(said);
    if (written)
        emit changed();
    return written;
}

base::Outcome RosterDesk::scan() {
    domain::ports::ScanRequest request;
    request.device = m_scanning.device();
    return m_scanning.scan(std::move(request), *this);
}

void RosterDesk::importFiles(const QStringList& paths) {
    m_scanning.importFiles(paths, *this);
}

void RosterDesk::dropPages() {
    m_pages.clear();
    m_purpose = domain::ListedId::make(m_desk.now().toMSecsSinceEpoch()).toString();
    emit pagesChanged();
}

base::Outcome RosterDesk::take(const domain::ports::ScannedPage& page) {
    const auto kept = keepPages(m_ports.blobs, {page});
    if (!kept)
        return base::fail(kept.error());
    m_pages.insert(m_pages.end(), kept->pages.begin(), kept->pages.end());
    emit pagesChanged();
    return base::done();
}

}
