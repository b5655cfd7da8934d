#pragma once

#include "app/counter/HandOverDesk.h"
#include "app/counter/Jottings.h"
#include "app/ui/widgets/Card.h"

#include <QElapsedTimer>

class QCheckBox;
class QLineEdit;
class QShortcut;

namespace motcua::ui {

class ActionButton;
class Field;
class RatingBar;
class TextEdit;
class TextLabel;

/// What the last meeting with the citizen settles: the fee and how it is paid, who takes the result, whether the card was looked
/// at, the citizen's rating. Owner: HandOverPlace.
class FinishCard : public Card {
    Q_OBJECT

public:
    FinishCard(const counter::Desk& desk, counter::Jottings& jottings, QWidget* parent = nullptr);

    /// Each dossier keeps what was entered for it until settle().
    void setDossier(const domain::Dossier& dossier);
    /// All papers of its visit, and those of them that are handed over together with it.
    void setVisit(const std::vector<domain::Dossier>& papers, const std::vector<domain::DossierId>& together);
    counter::Finish answers() const;
    /// What was entered for the dossier is on record.
    void settle(domain::DossierId dossier);
    void setMethod(domain::PaymentMethod method);
    void setScore(int score);
    /// By a key, 1 to 5. It may yet turn out to be a key of a code.
    void pressScore(int score);
    /// A code was read: a rating that was pressed just before was one of its keys, sent by a reader that stutters, and is taken back.
    void noteCode();
    /// The card of `holder` was read, who may take the result: as if the clerk had said so.
    void noteCard(const QString& holder);
    /// The card of somebody else was read: what was said of a card before is said no more.
    void noteStranger();

    /// Nothing is handed over for now.
    void setBarred(bool barred);
    /// The cursor goes to the line that a refusal with this code is about; false: it is about none, or the line is filled.
    bool lead(const QString& code);
    /// Whether the line that a refusal with this code is about is still empty.
    bool lacks(const QString& code) const { return lacking(code) != nullptr; }

signals:
    /// Something was typed or taken out.
    void edited();
    /// Who takes it was written, or that the card was looked at was said.
    void takerSaid();
    void feeOnlyAsked();
    void handOverOnlyAsked();
    void closeAsked();
    void feeSlipAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void layOut();
    void showVisit();
    void showMoney();
    void showByHand();
    void recall();
    void jot();
    QString personWords() const;
    QLineEdit* lacking(const QString& code) const;
    static QString field(domain::DossierId dossier, const char* part);

    const counter::Desk& m_desk;
    counter::Jottings& m_jottings;
    domain::Dossier m_dossier;
    std::vector<domain::Dossier> m_papers; ///< of its visit
    int m_together = 1;                    ///< how many of them are handed over by one key
    qint64 m_owed = 0;                     ///< đồng, of those
    bool m_recalling = false;
    domain::PaymentMethod m_method = domain::PaymentMethod::Cash;
    TextLabel* m_person;
    TextLabel* m_result;
    TextLabel* m_visit;
    TextLabel* m_fee;
    TextLabel* m_feeNote;
    ActionButton* m_cash;
    ActionButton* m_transfer;
    QWidget* m_payment;
    QWidget* m_byHand;
    TextEdit* m_number;
    Field* m_numberField;
    TextEdit* m_volume;
    Field* m_volumeField;
    TextEdit* m_recipient;
    Field* m_recipientField;
    QCheckBox* m_identity;
    TextLabel* m_ratingLabel;
    RatingBar* m_rating;
    TextEdit* m_remark;
    Field* m_remarkField;
    TextLabel* m_singleLabel;
    ActionButton* m_feeOnly;
    ActionButton* m_handOverOnly;
    ActionButton* m_close;
    ActionButton* m_slip;
    QElapsedTimer m_scorePressed;
    int m_scoreBefore = 0; ///< before the keys that were pressed last
    QShortcut* m_lookedKey = nullptr;
};

}
