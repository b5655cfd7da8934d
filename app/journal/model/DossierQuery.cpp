#include "app/journal/model/DossierQuery.h"

#include "app/sqlite/Connection.h"

#include <QStringList>

#include <algorithm>

namespace motcua::journal {

using domain::ports::DossierFilter;
using domain::ports::DossierRow;

namespace {

constexpr char columns[] =
    "f.dossier, f.code, f.applicant, f.personal_id, f.phone, f.procedure_code, f.procedure_name, f.state, f.money, "
    "f.delivery, f.holder, f.received_by, f.received, f.due, f.closed, f.return_reason, f.last_seq, f.unread, f.supplement_until, "
    "f.number_lost, f.visit";
constexpr int mostListed = 1000;
constexpr int mostFound = 100;
constexpr int mostWords = 12;

QDateTime moment(qint64 milliseconds) {
    return milliseconds ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC) : QDateTime();
}

/// "0912 345 678" and "001 085 012 345" are one number each.
QString joinedDigits(const QString& text) {
    constexpr int shortestNumber = 9;
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
        else if (!c.isSpace() && c != QLatin1Char('.'))
            return text;
    }
    return digits.size() >= shortestNumber ? digits : text;
}

}

base::Result<std::vector<DossierRow>> DossierQuery::list(const DossierFilter& filter) const {
    QStringList conditions{QStringLiteral("(?1 = '' OR f.procedure_code = ?1)"), QStringLiteral("(?2 IS NULL OR f.received_by = ?2)")};
    if (!filter.states.empty()) {
        QStringList states;
        for (const domain::State state : filter.states)
            states << QString::number(static_cast<int>(state));
        conditions << QStringLiteral("f.state IN (%1)").arg(states.join(QLatin1Char(',')));
    }
    if (filter.closed)
        conditions << QStringLiteral("f.closed = %1").arg(*filter.closed ? 1 : 0);
    if (filter.receivedOn.isValid())
        conditions << QStringLiteral("f.received_day = %1").arg(filter.receivedOn.toJulianDay());
    if (filter.numberLost)
        conditions << QStringLiteral("f.number_lost = 1");
    if (!filter.visit.isNull())
        conditions << QStringLiteral("f.visit = ?5");
    const QString order = filter.oldestDeadlineFirst ? QStringLiteral("f.due = 0, f.due, f.id") : QStringLiteral("f.id DESC");
    const QString sql = QStringLiteral("SELECT %1 FROM dossier f WHERE %2 ORDER BY %3 LIMIT ?3 OFFSET ?4")
                            .arg(QLatin1String(columns), conditions.join(QStringLiteral(" AND ")), order);
    auto statement = m_connection.prepare(sql.toLatin1());
    statement.bind(filter.procedureCode, filter.receivedBy.value(), std::clamp(filter.limit, 1, mostListed), qMax(0, filter.offset));
    if (!filter.visit.isNull())
        statement.bindOne(5, filter.visit.value());
    return read(statement);
}

base::Result<std::vector<DossierRow>> DossierQuery::search(const QString& text, int limit) const {
    const QString begun = matchFor(text, Words::Begun);
    if (begun.isEmpty())
        return std::vector<DossierRow>();
    const int most = std::clamp(limit, 1, mostFound);
    // A common word that stands there whole fills the list at once; looking for all words it begins would read every dossier.
    auto whole = match(matchFor(text, Words::Whole), most);
    if (!whole || static_cast<int>(whole->size()) == most)
        return whole;
    return match(begun, most);
}

base::Result<std::vector<DossierRow>> DossierQuery::match(const QString& expression, int limit) const {
    auto statement = m_connection.prepare(
        QByteArray("SELECT ") + columns +
        " FROM dossier_text JOIN dossier f ON f.id = dossier_text.rowid WHERE dossier_text MATCH ?1 ORDER BY dossier_text.rowid DESC LIMIT ?2");
    statement.bind(expression, limit);
    return read(statement);
}

QString DossierQuery::matchFor(const QString& text, Words kind) {
    const QString ending = kind == Words::Begun ? QStringLiteral("\"*") : QStringLiteral("\"");
    QStringList words;
    QString word;
    const QString composed = joinedDigits(text).normalized(QString::NormalizationForm_C) + QLatin1Char(' ');
    for (const QChar c : composed) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            word += c;
            continue;
        }
        if (!word.isEmpty() && words.size() < mostWords)
            words << QLatin1Char('"') + word + ending;
        word.clear();
    }
    return words.join(QLatin1Char(' '));
}

base::Result<std::vector<DossierRow>> DossierQuery::read(sqlite::Statement& statement) const {
    std::vector<DossierRow> rows;
    for (;;) {
        const auto found = statement.next();
        if (!found)
            return base::fail(found.error());
        if (!*found)
            return rows;
        DossierRow row;
        int column = 0;
        row.id = domain::DossierId(statement.uuid(column++));
        row.code = statement.text(column++);
        row.applicant = statement.text(column++);
        row.personalId = statement.text(column++);
        row.phone = statement.text(column++);
        row.procedureCode = statement.text(column++);
        row.procedureName = statement.text(column++);
        row.state = static_cast<domain::State>(statement.integer(column++));
        row.money = static_cast<domain::MoneyState>(statement.integer(column++));
        row.delivery = static_cast<domain::DeliveryState>(statement.integer(column++));
        row.holder = domain::StationId(statement.uuid(column++));
        row.receivedBy = domain::UserId(statement.uuid(column++));
        row.received = moment(statement.integer(column++));
        row.due = moment(statement.integer(column++));
        row.closed = statement.integer(column++) != 0;
        row.returnReason = statement.text(column++);
        row.unsent = statement.integer(column++) > m_acknowledged;
        row.needsNewerProgram = statement.integer(column++) > 0;
        if (const qint64 until = statement.integer(column++); until > 0)
            row.supplementUntil = QDate::fromJulianDay(until);
        row.numberLost = statement.integer(column++) != 0;
        row.visit = domain::VisitId(statement.uuid(column++));
        rows.push_back(std::move(row));
    }
}

}
