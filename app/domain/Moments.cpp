#include "app/domain/Moments.h"

#include "app/base/Clock.h"

namespace motcua::domain {

namespace {

using std::chrono::milliseconds;

qint64 inMs(milliseconds span) {
    return span.count();
}

/// Keeps the first field that cannot be.
class Findings {
public:
    explicit Findings(const QDateTime& at) : m_at(at), m_today(base::toVietnamTime(at).date()) {}

    QDate today() const { return m_today; }
    /// Two clocks may have been at work around midnight.
    QDate latest() const { return base::toVietnamTime(m_at.addMSecs(inMs(base::clockTolerance))).date(); }
    void expect(bool right, const char* field, const char* code = "event.day-impossible") {
        if (!right && m_outcome)
            m_outcome = base::fail(QLatin1String(code), {{QStringLiteral("field"), QLatin1String(field)}});
    }
    void past(const QDate& day, const char* field) { expect(day.isNull() || day <= latest(), field); }
    void between(const QDate& day, const QDate& first, const QDate& last, const char* field) {
        expect(day.isNull() || (day >= first && day <= last), field);
    }
    void due(const QDateTime& due) {
        expect(!due.isValid() || (base::toVietnamTime(due).date() >= firstDay() && due <= m_at.addYears(furthestDueYears)), "due");
    }
    base::Outcome outcome() const { return m_outcome; }

private:
    QDateTime m_at;
    QDate m_today;
    base::Outcome m_outcome = base::done();
};

void look(Findings& f, const Applicant& applicant) {
    f.past(applicant.birthDate, "applicant.birthDate");
    f.expect(yearOf(applicant.bornIn) <= f.latest().year(), "applicant.bornIn");
    f.past(applicant.cardIssued, "applicant.cardIssued");
    f.past(applicant.proxy.groundDate, "applicant.proxyGroundDate");
    const ProxyData& proxy = applicant.proxy;
    f.expect(proxy.name.isEmpty() || !proxy.ground.trimmed().isEmpty(), "applicant.proxyGround", "event.malformed");
    const bool isOwn = !proxy.personalId.isEmpty() && (proxy.personalId == applicant.personalId || proxy.personalId == applicant.passport.number);
    f.expect(applicant.kind != ApplicantKind::Citizen || !isOwn, "applicant.proxyId", "event.malformed");
}

void look(Findings& f, const DossierReceived& body, const QDateTime& at) {
    look(f, body.applicant);
    const bool isThen = body.received >= at.addDays(-mostDaysBack) && body.received <= at.addMSecs(inMs(base::clockTolerance));
    f.expect(!body.received.isValid() || isThen, "received");
    f.due(body.due);
}

void look(Findings& f, const DossierRefused& body, const QDateTime&) {
    look(f, body.applicant);
}

void look(Findings& f, const SupplementAsked& body, const QDateTime&) {
    if (body.atIntake)
        look(f, body.applicant);
    f.between(body.until, f.today(), f.today().addDays(furthestSupplementDays), "until");
}

void look(Findings& f, const SupplementReturned& body, const QDateTime&) {
    f.due(body.due);
}

/// What stood before is what it was.
void look(Findings& f, const DossierCorrected& body, const QDateTime&) {
    look(f, body.after.applicant);
    f.due(body.after.due);
}

template <class Body>
void look(Findings&, const Body&, const QDateTime&) {}

}

QDate firstDay() {
    return {2025, 7, 1};
}

bool isPossible(const QDateTime& at, const QDateTime& now) {
    return at <= now.addMSecs(inMs(furthestAhead)) && base::toVietnamTime(at).date() >= firstDay();
}

ClockDoubt clockDoubt(const QDateTime& at, const QDateTime& before, const QDateTime& received) {
    if (before.isValid() && at.addMSecs(inMs(base::clockTolerance)) < before)
        return ClockDoubt::Back;
    if (!received.isValid())
        return ClockDoubt::None;
    if (at > received.addMSecs(inMs(base::clockTolerance)))
        return ClockDoubt::Ahead;
    return at.addMSecs(inMs(longestUnderWay)) < received ? ClockDoubt::Late : ClockDoubt::None;
}

std::vector<ClockDoubt> clockDoubts(const std::vector<Event>& history, const QDateTime& now) {
    std::vector<ClockDoubt> doubts;
    doubts.reserve(history.size());
    QDateTime before;
    for (const Event& event : history) {
        const ClockDoubt doubt = clockDoubt(event.at, before, {});
        const bool isAhead = event.at > now.addMSecs(inMs(base::clockTolerance));
        doubts.push_back(isAhead ? ClockDoubt::Ahead : doubt);
        // What ran ahead says nothing of what comes after it.
        if (event.dossierVersion > 0 && !isAhead)
            before = event.at;
    }
    return doubts;
}

const char* codeOf(ClockDoubt doubt) {
    switch (doubt) {
    case ClockDoubt::Ahead:
        return "record.clock-ahead";
    case ClockDoubt::Back:
        return "record.clock-back";
    case ClockDoubt::Late:
        return "record.came-late";
    default:
        return nullptr;
    }
}

bool isClockDoubt(const QString& code) {
    for (const ClockDoubt doubt : {ClockDoubt::Ahead, ClockDoubt::Back, ClockDoubt::Late})
        if (code == QLatin1String(codeOf(doubt)))
            return true;
    return false;
}

base::Outcome plausible(const EventBody& body, const QDateTime& at) {
    Findings findings(at);
    std::visit([&](const auto& event) { look(findings, event, at); }, body);
    return findings.outcome();
}

}
