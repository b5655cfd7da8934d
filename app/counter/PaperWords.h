#pragma once

#include "app/counter/Desk.h"
#include "app/domain/Events.h"
#include "app/domain/jobs/JobKind.h"

#include <QJsonObject>

#include <vector>

// What several papers say of a dossier, in the words of legal paper.
namespace motcua::counter {

/// One paper of a visit with all that was recorded of it.
struct PaperOfVisit {
    domain::Dossier dossier;
    std::vector<domain::Event> history;
};

/// The record that made the slip; 0: the last of its kind.
template <class Body>
const domain::Event* slipIn(const std::vector<domain::Event>& history, qint64 slip) {
    for (auto event = history.rbegin(); event != history.rend(); ++event)
        if (std::holds_alternative<Body>(event->body) && (slip == 0 || event->dossierVersion == slip))
            return &*event;
    return nullptr;
}

/// "09 giờ 15 phút, ngày 23 tháng 11 năm 2026"
QString moment(const QDateTime& utc);
/// "1.234.567 đồng"; never broken over lines.
QString dong(qint64 amount);
/// Where the result is fetched, or sent to; `centre`: the unit's name.
QString deliveryName(const domain::Dossier& dossier, const QString& centre);
/// "đã nộp", "chưa nộp", or how much of it.
QString paidOf(const domain::Dossier& dossier);
/// fee and feeStatus: what is taken, also where nothing is; why not, where somebody is exempt.
QJsonObject feeOf(const domain::Dossier& dossier);
/// The running number within the day, as forms and slips carry it.
QString serialOf(const QString& code);
/// Nobody is promised a day that cannot be kept: while the dossier waits for papers, and once it was withdrawn.
QString dueSaid(const domain::Dossier& dossier);
/// The dossier as it stood when `event` of its history was recorded.
domain::Dossier asOf(const domain::Event& event, const std::vector<domain::Event>& history);
void insertUnlessEmpty(QJsonObject& values, const char* name, const QString& text);
/// `more` over `values`.
QJsonObject merged(QJsonObject values, const QJsonObject& more);

/// After what a paper that came out before is no longer what is so, and when that was.
class Replaced {
public:
    /// Of a dossier that the paper is about, all that was recorded. `kind`: its own; null: its facts are not told apart.
    void add(const std::vector<domain::Event>& history, const QString& form, const domain::JobKind* kind);
    /// Empty where none came out, or nothing changed since.
    QString words() const;

private:
    QStringList m_fields;
    QDateTime m_last;
    bool m_corrected = false;
    bool m_supplemented = false;
    bool m_waits = false;
};

}
