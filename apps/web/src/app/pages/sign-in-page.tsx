import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { SignInForm } from '../../features/identity/sign-in-form.tsx'
import { useSession } from '../../lib/session.ts'
import { Columns, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths, safeNext } from '../paths.ts'
import { usePlace } from '../place.ts'
import { Redirect } from '../redirect.tsx'

/** One mail or text, two ways in: a link and six digits. */
export function SignInPage() {
  const { t } = useTranslation('identity')
  const [search] = useSearchParams()
  const { status } = useSession()
  const place = usePlace()
  const next = search.has('next') ? safeNext(search.get('next')) : paths.welcome()
  if (status === 'signed-in') return <Redirect to={next} />
  const help = place ? (
    <SideNote title={t('signIn.helpTitle')}>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  const texts = place?.texts ?? false
  return (
    <>
      <PageHeading
        title={t('signIn.title')}
        lead={t(texts ? 'signIn.leadEither' : 'signIn.lead')}
      />
      <Columns aside={help} asideLabel={t('signIn.helpTitle')}>
        <SignInForm texts={texts} />
      </Columns>
    </>
  )
}
