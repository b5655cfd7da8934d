#pragma once

#include "app/counter/IntakeContent.h"
#include "app/domain/CardQr.h"
#include "app/domain/Passport.h"

#include <QObject>

#include <optional>
#include <variant>

namespace motcua::base {
struct Error;
}
namespace motcua::counter {
class IntakeForm;
}

namespace motcua::ui {

class ApplicantCard;
class ProxyCard;
class UndoPast;

/// Whose the card or passport is that was read at an intake: the proxy's when it is their turn, else the applicant's. Whoever is there is not
/// written over by somebody else: the clerk is asked, and answers by a key, never by the reader, which may read a card twice. Only where
/// nothing but the papers shown before is there, the later ones count. Either way Ctrl+Z takes it back in one step. Owner: IntakePlace.
/// Thread: GUI.
class ShownPapers : public QObject {
    Q_OBJECT

public:
    enum class Of { Applicant, Representative, Proxy };

    ShownPapers(counter::IntakeForm& form, ApplicantCard& applicant, ProxyCard& proxy, QObject* parent);

    void take(const domain::CardQr& card);
    void take(const domain::Passport& passport);
    /// Somebody else's were read, and the clerk has not answered.
    bool isAsking() const { return m_asked.has_value(); }
    /// It is that person: they take the place of who is there.
    void confirm();
    /// What was asked is asked no more.
    void dismiss();
    /// Of the question that is open: the code of what refused() told. Empty: none is.
    const QString& question() const { return m_question; }
    /// Somebody else sits down, or another intake stands here.
    void forget();
    /// Who was there before the later papers counted is there again, and all else as it was then. False: nothing is to be taken back.
    bool takeBack();

signals:
    /// They are somebody else's: the clerk is asked.
    void refused(const motcua::base::Error& error);
    /// They are about to be taken.
    void accepted();
    void askingChanged();
    /// `holder` took the place of `before`; two of one name are told with their numbers. takeBack() undoes it until anything else changes.
    void replaced(motcua::ui::ShownPapers::Of of, const QString& holder, const QString& before);

private:
    using Shown = std::variant<domain::CardQr, domain::Passport>;
    struct Person {
        QString name;
        QString number;
    };

    void takeShown(const Shown& shown, Of of);
    void fill(const Shown& shown, Of of);
    void replace(const Shown& shown, Of of);
    Person present(Of of) const;
    Of turnOf(const Shown& shown) const;
    bool isOthers(const Shown& shown, Of of) const;
    void ask(const Shown& shown, Of of);
    void setAsked(std::optional<std::pair<Shown, Of>> asked);
    void setBefore(std::optional<counter::IntakeContent> before);

    counter::IntakeForm& m_form;
    ApplicantCard& m_applicant;
    ProxyCard& m_proxy;
    std::optional<std::pair<Shown, Of>> m_asked;
    std::optional<counter::IntakeContent> m_before; ///< what the later papers replaced, until anything else changes
    QString m_question;
    UndoPast* m_past; ///< Ctrl+Z is its own while `m_before` is there
    bool m_filling = false;
};

}
