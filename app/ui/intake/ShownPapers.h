#pragma once

#include <QObject>

namespace motcua::base {
struct Error;
}
namespace motcua::counter {
class IntakeForm;
}
namespace motcua::domain {
struct CardQr;
struct Passport;
}

namespace motcua::ui {

class ApplicantCard;
class ProxyCard;

/// Whose the card or passport is that was read at an intake: the proxy's when it is their turn, else the applicant's; somebody else's work in
/// hand is not written over unless it is shown twice. Owner: IntakePlace.
class ShownPapers : public QObject {
    Q_OBJECT

public:
    ShownPapers(counter::IntakeForm& form, ApplicantCard& applicant, ProxyCard& proxy, QObject* parent);

    void take(const domain::CardQr& card);
    void take(const domain::Passport& passport);
    /// Somebody else sits down.
    void forget() { m_offered.clear(); }

signals:
    /// It is somebody else's, and was shown for the first time: the clerk is asked.
    void refused(const motcua::base::Error& error);
    /// It is about to be taken.
    void accepted();

private:
    QString presentNumber() const;
    template <class Shown>
    void takeShown(const Shown& shown, const QString& number, const char* othersError);
    bool isRefused(const QString& number, const char* error);

    counter::IntakeForm& m_form;
    ApplicantCard& m_applicant;
    ProxyCard& m_proxy;
    QString m_offered; ///< number of the one that was refused because the intake is somebody else's
};

}
