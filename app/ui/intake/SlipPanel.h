#pragma once

#include "app/counter/RefusalGround.h"
#include "app/ui/widgets/Card.h"


#include <vector>

class QListWidget;

namespace motcua::ui {

class ActionButton;
class Field;
class TextArea;
class TextEdit;

/// The inline panel that writes form 02 (what to add) or form 03 (why not): grounds to tick, words of one's own, the legal basis.
/// Ctrl+Enter issues it, Esc takes back. Owner: IntakePlace.
class SlipPanel : public Card {
    Q_OBJECT

public:
    enum class Slip { Supplement, Refusal };

    explicit SlipPanel(QWidget* parent = nullptr);

    void openSupplement(const QStringList& missing, const QString& legalBasis = {});
    void openRefusal(const std::vector<counter::RefusalGround>& grounds);

signals:
    void supplementWritten(const QStringList& items, const QString& reason, const QString& legalBasis);
    void refusalWritten(const QString& reason, const QString& legalBasis);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void open(Slip slip);
    void issue();
    void takeBack();
    void proposeBasis();
    QStringList ticked() const;

    Slip m_slip = Slip::Supplement;
    std::vector<counter::RefusalGround> m_grounds;
    QListWidget* m_list;
    TextArea* m_words;
    Field* m_wordsField;
    TextEdit* m_basis;
    Field* m_basisField;
    ActionButton* m_issue;
    ActionButton* m_cancel;
};

}
