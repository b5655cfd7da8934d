#pragma once

#include "app/domain/jobs/JobKind.h"
#include "app/ui/widgets/Card.h"

#include <vector>

class QListWidget;

namespace motcua::counter {
class Jotter;
}

namespace motcua::ui {

class ActionButton;
class Field;
class TextArea;
class TextEdit;
class TextLabel;

/// "khoản 1, khoản 2 Điều 22 Nghị định số …": an article that several grounds rest on is named once.
QString citedArticles(const QStringList& articles);

/// The inline panel that writes form 02 (what to add, and why) or form 03 (why not): grounds to tick, words of one's own, the legal basis, which
/// is only what somebody writes or a ground that is ticked names.
/// Ctrl+Enter issues it, Esc takes back. What is ticked and written is kept until settle() says that the form is on record.
/// Owner: IntakePlace, DossiersPlace.
class SlipPanel : public Card {
    Q_OBJECT

public:
    enum class Slip { Supplement, Refusal };

    /// `jotter` outlives it.
    explicit SlipPanel(counter::Jotter& jotter, QWidget* parent = nullptr);

    /// `subject` tells what the form is about; `warning` stands above what is written.
    void openSupplement(const QString& subject, const QStringList& missing, const QString& warning = {});
    void openRefusal(const QString& subject, const std::vector<domain::LegalGround>& grounds);
    /// The form written last is on record.
    void settle();

signals:
    void supplementWritten(const QStringList& items, const QString& reason, const QString& legalBasis);
    void refusalWritten(const QString& reason, const QString& legalBasis);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitList();
    void retranslate();
    void open(Slip slip);
    void recall(const QString& subject);
    void jot();
    QString field(const char* part) const;
    void issueByKey(const QKeyEvent& key);
    void issue();
    void takeBack();
    void proposeBasis();
    void proposeReason();
    QStringList ticked() const;

    counter::Jotter& m_jotter;
    QString m_subject;
    Slip m_slip = Slip::Supplement;
    std::vector<domain::LegalGround> m_grounds;
    TextLabel* m_warning;
    QListWidget* m_list;
    TextArea* m_words;
    Field* m_wordsField;
    TextArea* m_why; ///< of form 02; on form 03 the words are the reason
    Field* m_whyField;
    TextEdit* m_basis;
    Field* m_basisField;
    ActionButton* m_issue;
    ActionButton* m_cancel;
};

}
